package org.suyuan.codes;

/** What enforcement is told about (R1.5). */
public enum SignalKind {
    /** One source tries codes. */
    GUESSING,
    /** One code is on more than one item. */
    COPIED_CODE,
    /** Codes that were never issued are in use for a product. */
    UNISSUED_CODE
}
