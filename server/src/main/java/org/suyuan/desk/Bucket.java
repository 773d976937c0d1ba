package org.suyuan.desk;

/** How an inbox is grouped (faces.md "Home"). */
public enum Bucket {
    OVERDUE,
    TODAY,
    /** Later in this working week; on a weekend, in the coming one. */
    WEEK,
    /** After that, or without a deadline. */
    LATER
}
