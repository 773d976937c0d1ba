package org.suyuan.codes;

/** Where a signal stands. */
public enum SignalStatus {
    OPEN,
    /** It was a counterfeit: the warning stays. */
    CONFIRMED,
    /** It was none: what was seen until then suspects nothing any more. */
    HARMLESS
}
