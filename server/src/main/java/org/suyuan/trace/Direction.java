package org.suyuan.trace;

public enum Direction {
    /** Where it came from (来源). */
    BACKWARD,
    /** Where it went (去向). */
    FORWARD,
    BOTH
}
