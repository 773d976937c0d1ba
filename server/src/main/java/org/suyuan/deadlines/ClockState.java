package org.suyuan.deadlines;

/** Whether a clock's time is passing. */
public enum ClockState {
    RUNNING,
    /** 中止：time does not count until it is resumed. */
    SUSPENDED,
    /** What had to be done is done, or need not be done any more. */
    STOPPED
}
