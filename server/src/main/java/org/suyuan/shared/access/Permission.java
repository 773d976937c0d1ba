package org.suyuan.shared.access;

/** The fixed list of things an actor can be allowed to do; roles are data over it (R0.74). */
public enum Permission {
    /** Read operators, sites, products and lots within scope. */
    REGISTRY_READ,
    /** Register and change operators, sites, products and lots within scope. */
    REGISTRY_WRITE,
    /** See code batches within scope. */
    CODES_READ,
    /** Issue code batches and download their codes and labels. */
    CODES_ISSUE,
    /** Make a new version of the code keys the current one. */
    KEYS_ROTATE,
    /** Deliver verification records of other channels: SMS, telephone, terminals (R1.4). */
    VERIFICATIONS_IMPORT,
    /** Read signals of counterfeiting and guessing (R1.5). */
    SIGNALS_READ,
    /** Read captured events within scope. */
    EVENTS_READ,
    /** Capture events. */
    EVENTS_CAPTURE,
    /** Follow trace units through the graph. */
    TRACE_READ,
    /** Judge a signal: confirmed, harmless, with the reason. */
    SIGNALS_ASSESS,
    /** Read organisations, their histories and who holds which post. */
    ORGANISATIONS_READ,
    /** Found, merge, rename, move and close organisations within scope. */
    ORGANISATIONS_WRITE,
    /** Read calendars, deadline rules and running clocks. */
    DEADLINES_READ,
    /** Draft calendars and deadline rules. */
    RULES_DRAFT,
    /** Put calendars and deadline rules in force; never one's own draft (R3.87). */
    RULES_APPROVE,
    /** Give tasks to people and organisations within scope. */
    TASKS_DISPATCH,
    /** Store files and read those within scope. */
    FILES_USE,
    /** Read the audit trail within scope. */
    AUDIT_READ,
    /** Create people and API clients and give them roles; sees no product data by this permission. */
    ACCESS_ADMINISTER
}
