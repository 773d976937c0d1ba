package org.suyuan.codes;

/** The verdicts by name, as records, the API and the message catalogues know them. */
public enum VerdictCode {
    GENUINE,
    RECORDED,
    NOT_ISSUED_HERE,
    MALFORMED,
    NOT_YET_COMMISSIONED,
    WITHDRAWN,
    ALREADY_SOLD,
    SUSPICIOUS
}
