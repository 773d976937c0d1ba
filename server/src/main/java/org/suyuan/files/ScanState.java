package org.suyuan.files;

/** What is known of viruses in a file. Only CLEAN and NOT_SCANNED is served. */
public enum ScanState {
    CLEAN,
    INFECTED,
    /** No scanner is configured. */
    NOT_SCANNED,
    /** The scanner could not judge it, for example because it is too large for it; quarantined until it can. */
    ERROR;

    public boolean isServed() {
        return this == CLEAN || this == NOT_SCANNED;
    }
}
