package org.suyuan.codes;

/** How a list of codes is written. */
public enum CodeFormat {
    /** RFC 4180 with a header line; the header stands only before the first code of a batch, so that parts join. */
    CSV,
    /** One JSON object a line. */
    NDJSON
}
