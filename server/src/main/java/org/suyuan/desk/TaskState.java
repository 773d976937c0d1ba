package org.suyuan.desk;

/** Where a task stands. */
public enum TaskState {
    /** Waits for somebody of its office to take it, or for a dispatcher when it has no office. */
    OPEN,
    /** One person has it. */
    TAKEN,
    DONE,
    CANCELLED;

    public boolean isClosed() {
        return this == DONE || this == CANCELLED;
    }
}
