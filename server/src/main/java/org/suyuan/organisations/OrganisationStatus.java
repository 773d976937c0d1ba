package org.suyuan.organisations;

/** Where a body stands in its life on a day. */
public enum OrganisationStatus {
    /** Decided, not yet founded. */
    PLANNED,
    ACTIVE,
    /** Closed, or merged into its successor. */
    CLOSED
}
