package org.suyuan.shared.wall;

/** Why a query of a request may reach beyond its actor's scope. Every bracket names one of these; keep them few. */
public enum Beyond {
    /** What stands on labels, licences and shop fronts, and anybody may know. */
    PUBLIC_FACTS,
    /** Whether a key is taken by anybody: the answer is yes or no, and never whose. */
    UNIQUENESS,
    /** What a writer may name although he does not see it: another's site, a region's operators. */
    REFERENCES,
    /** Reading back, or writing on, what this very request was allowed to write and may have put out of its own sight. */
    OWN_WRITING,
    /** What waits for a person in another of his posts than the one he acts in, or in one he stands in for. */
    OWN_POSTS,
    /** Whom to tell what a request has done, and where he wants to be told. */
    TELLING,
    /** A legal limit runs, moves with the calendar and ends with its matter, whoever of those concerned sees its clock. */
    LEGAL_TIME,
    /** Events of one unit follow each other across all jurisdictions; capture and graph must know them all. */
    EVENTS_OF_UNITS,
    /** Who somebody is and what he may do, before there is a scope to apply. */
    LOGIN
}
