-- Legal time: published calendars, rules with their citations, and the clocks that run by them. Nothing here is changed
-- once it is approved or has happened: a correction is a new row.

-- One table of working days, as one yearly notice declares it. In force is, for each year, the approved table with the
-- greatest edition; a clock remembers the edition by which it was counted.
CREATE TABLE deadlines.calendar (
    id              uuid        PRIMARY KEY,
    notice          smallint    NOT NULL CHECK (notice BETWEEN 1990 AND 2199),
    source          text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'APPROVED', 'REJECTED')),
    edition         bigint      UNIQUE,
    drafted_by      uuid,
    drafted_by_name text        NOT NULL,
    drafted_at      timestamptz NOT NULL,
    decided_by      uuid,
    decided_by_name text,
    decided_at      timestamptz,
    decision_reason text,
    CONSTRAINT only_what_is_approved_has_an_edition CHECK ((state = 'APPROVED') = (edition IS NOT NULL)),
    CONSTRAINT what_is_no_draft_was_decided CHECK ((state = 'DRAFT') = (decided_at IS NULL)),
    -- R3.87: who drafts does not approve. What comes with the platform has no person on either side.
    CONSTRAINT four_eyes CHECK (drafted_by IS NULL OR state <> 'APPROVED' OR drafted_by <> decided_by)
);

CREATE TABLE deadlines.calendar_day (
    calendar uuid NOT NULL REFERENCES deadlines.calendar,
    date     date NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('REST', 'WORK')),
    name     text NOT NULL,
    name_en  text,
    PRIMARY KEY (calendar, date)
);

CREATE SEQUENCE deadlines.edition;

-- One version of one rule. For a day the approved version with the latest valid_from not after it holds.
CREATE TABLE deadlines.rule (
    id              uuid        PRIMARY KEY,
    code            text        NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name            text        NOT NULL,
    name_en         text        NOT NULL,
    begins          text        NOT NULL,
    begins_en       text        NOT NULL,
    unit            text        NOT NULL CHECK (unit IN ('WORKING_DAYS', 'NATURAL_DAYS', 'HOURS')),
    amount          int         NOT NULL CHECK (amount BETWEEN 1 AND 10000),
    shift           text        NOT NULL CHECK (shift IN ('NONE', 'DECLARED_REST', 'NON_WORKING_DAY')),
    rungs           text[]      NOT NULL,
    valid_from      date        NOT NULL,
    -- First day on which it holds no longer; empty: until a later version.
    valid_to        date        CHECK (valid_to > valid_from),
    citation        text        NOT NULL,
    evidence        text        NOT NULL CHECK (evidence IN ('VERIFIED', 'HIGH', 'MEDIUM', 'LOW')),
    note            text,
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'APPROVED', 'REJECTED')),
    drafted_by      uuid,
    drafted_by_name text        NOT NULL,
    drafted_at      timestamptz NOT NULL,
    decided_by      uuid,
    decided_by_name text,
    decided_at      timestamptz,
    decision_reason text,
    CONSTRAINT what_is_no_draft_was_decided CHECK ((state = 'DRAFT') = (decided_at IS NULL)),
    CONSTRAINT four_eyes CHECK (drafted_by IS NULL OR state <> 'APPROVED' OR drafted_by <> decided_by)
);

-- The version of a rule in force on a day.
CREATE INDEX rule_in_force ON deadlines.rule (code, valid_from DESC, decided_at DESC) WHERE state = 'APPROVED';

CREATE TABLE deadlines.clock (
    id              uuid        PRIMARY KEY,
    rule            uuid        NOT NULL REFERENCES deadlines.rule,
    subject_kind    text        NOT NULL,
    subject_id      text        NOT NULL,
    subject_title   text        NOT NULL,
    region_path     text        CHECK (region_path LIKE '/%' AND region_path LIKE '%/'),
    organisation_id uuid,
    operator_id     uuid,
    started_at      timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'SUSPENDED', 'STOPPED')),
    due_day         date,
    due_at          timestamptz,
    provisional     boolean     NOT NULL,
    edition         bigint      NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    CONSTRAINT due_is_a_day_and_a_moment CHECK ((due_day IS NULL) = (due_at IS NULL)),
    CONSTRAINT what_runs_has_an_end CHECK (state <> 'RUNNING' OR due_at IS NOT NULL)
);

-- Lists by scope, newest first.
CREATE INDEX clock_by_region ON deadlines.clock (region_path text_pattern_ops, id DESC);
CREATE INDEX clock_by_organisation ON deadlines.clock (organisation_id, id DESC);
CREATE INDEX clock_by_operator ON deadlines.clock (operator_id, id DESC);
-- The clocks of one thing.
CREATE INDEX clock_by_subject ON deadlines.clock (subject_kind, subject_id);
-- A new calendar counts again what runs into its year.
CREATE INDEX clock_running_by_due_day ON deadlines.clock (due_day, id) WHERE state = 'RUNNING';

-- What happened to a clock, in order; never changed. Suspensions are read from here.
CREATE TABLE deadlines.clock_entry (
    clock       uuid        NOT NULL REFERENCES deadlines.clock,
    number      int         NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('STARTED', 'SUSPENDED', 'RESUMED', 'RECOUNTED', 'STOPPED')),
    at          timestamptz NOT NULL,
    entered_at  timestamptz NOT NULL,
    actor       uuid        NOT NULL,
    actor_name  text        NOT NULL,
    reason      text,
    legal_basis text,
    due_day     date,
    due_at      timestamptz,
    provisional boolean     NOT NULL,
    edition     bigint      NOT NULL,
    PRIMARY KEY (clock, number)
);

-- Steps of escalation. The row is the promise that a rung is told once: fired_at is set in the transaction that publishes.
CREATE TABLE deadlines.clock_rung (
    clock    uuid NOT NULL REFERENCES deadlines.clock,
    code     text NOT NULL,
    fires_at timestamptz,
    fired_at timestamptz,
    PRIMARY KEY (clock, code)
);

-- What has to be told by now.
CREATE INDEX clock_rung_to_fire ON deadlines.clock_rung (fires_at) WHERE fired_at IS NULL AND fires_at IS NOT NULL;
