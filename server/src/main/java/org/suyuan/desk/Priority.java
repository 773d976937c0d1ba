package org.suyuan.desk;

/** How a task stands out within its day; deadlines go before it. */
public enum Priority {
    NORMAL,
    URGENT
}
