package org.suyuan.deadlines;

/** How far a calendar or a rule has come. */
public enum DraftState {
    /** Entered, in force for nobody. */
    DRAFT,
    APPROVED,
    REJECTED
}
