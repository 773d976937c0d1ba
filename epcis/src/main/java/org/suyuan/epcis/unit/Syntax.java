package org.suyuan.epcis.unit;

/** The spelling in which a unit was found. */
public enum Syntax {
    /** {@code urn:epc:id:sgtin:…} */
    EPC_URN,
    /** {@code https://any.host/01/…/21/…} */
    DIGITAL_LINK,
    /** A page of ours or of the national service that carries a code which is no Digital Link: {@code https://host/v/{code}}. */
    SCAN_URL,
    /** {@code (01)…(21)…} */
    BRACKETED_ELEMENT_STRING,
    /** {@code 01…21…} as scanners send it. */
    SCANNED_ELEMENT_STRING,
    /** The 8, 12, 13 or 14 digits under a bar code. */
    GTIN,
    /** {@code 6901234567892 123}, also with slash or plus. */
    GTIN_AND_SERIAL,
    /** 18 digits. */
    SSCC,
    /** {@code urn:suyuan:supervision:…} */
    SUPERVISION_URN,
    /** 20 digits. */
    SUPERVISION_DIGITS,
    /** Any other absolute URI. */
    OTHER_URI
}
