package org.suyuan.desk;

/** How a task ends. */
public enum Closing {
    /** Its owner says that it is done. */
    BY_HAND,
    /** With the decision about its subject, in the module that takes it; nobody can tick it off without deciding. */
    BY_DECISION
}
