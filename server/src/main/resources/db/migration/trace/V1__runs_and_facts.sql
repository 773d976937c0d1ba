-- Trace: which event names which units, as runs of neighbouring positions (docs/design/trace.md). Everything here is
-- derived from events in the transaction that captures them, and only ever added to.

-- Classes of units whose members are numbers; the key is Series.key.
CREATE TABLE trace.series (
    id  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text    NOT NULL,
    -- Series.ofUnits: the id of a class.
    CONSTRAINT series_key_is_unique UNIQUE (key)
);

-- Which levels of runs a series has, so that a probe looks into no other. Rows are added and never changed: captures of
-- one series at the same time do not wait for each other, except for the very first run of a level.
CREATE TABLE trace.series_level (
    series_id integer  NOT NULL REFERENCES trace.series,
    level     smallint NOT NULL,
    PRIMARY KEY (series_id, level),
    CONSTRAINT level_is_of_a_length CHECK (level BETWEEN 0 AND 62)
);

-- Units whose identifiers hold no number: lots, product classes and other things. The id is their position.
CREATE TABLE trace.named_unit (
    id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uri text   NOT NULL,
    -- PostgresUnitNames.positions: the position of a canonical URI.
    CONSTRAINT named_unit_uri_is_unique UNIQUE (uri)
);

-- Serials whose position is a hash: what was hashed, so that the position can be read back and no two share one.
CREATE TABLE trace.hashed_serial (
    series_id integer NOT NULL REFERENCES trace.series,
    position  bigint  NOT NULL,
    serial    text    NOT NULL,
    -- PostgresUnitNames.serials: the serial at a position.
    PRIMARY KEY (series_id, position)
);

-- What one event says apart from the units it names in bulk. Numbered by module events.
CREATE TABLE trace.fact (
    seq             bigint      NOT NULL,
    event_time      timestamptz NOT NULL,
    -- Fact.Kind by its name, lower case.
    kind            text        NOT NULL,
    -- Repeats an earlier event to take it back: found by its units, never traced by.
    declares_error  boolean     NOT NULL,
    parent_series   integer,
    parent_position bigint,
    event_id        text        NOT NULL,
    -- Absent where the event has no other id than its hash.
    hash            text,
    type            text        NOT NULL,
    action          text,
    zone_seconds    integer     NOT NULL,
    biz_step        text,
    disposition     text,
    place           text,
    source          text,
    destination     text,
    lot             text,
    production_date date,
    best_before     date,
    -- PostgresTraceStore.touching and parts: the fact of a run.
    PRIMARY KEY (seq),
    CONSTRAINT fact_parent_is_whole CHECK ((parent_series IS NULL) = (parent_position IS NULL)),
    -- Who packs says into what.
    CONSTRAINT fact_packed_has_parent CHECK (kind <> 'packed' OR parent_series IS NOT NULL)
);

-- Names (ids or hashes) of events that were declared erroneous, before or after they are captured.
CREATE TABLE trace.voided (
    name text   NOT NULL,
    seq  bigint NOT NULL,
    -- PostgresTraceStore: whether the id or the hash of a fact is void.
    PRIMARY KEY (name, seq)
);

-- Neighbouring positions of one series that one event names in one role.
CREATE TABLE trace.run (
    series_id integer  NOT NULL,
    -- The smallest l with length <= 2^l.
    level     smallint NOT NULL,
    -- Role by its ordinal.
    role      smallint NOT NULL,
    -- Which part of the event: runs of one part share amount and lot.
    part      smallint NOT NULL,
    position  bigint   NOT NULL,
    length    bigint   NOT NULL,
    seq       bigint   NOT NULL,
    -- The lot that the event makes these items part of.
    lot       bigint,
    -- Of a lot or class, as stated.
    amount    numeric,
    uom       text,
    -- PostgresTraceStore.touching: the probe. Runs of a level that reach into an interval start in one key range.
    PRIMARY KEY (series_id, level, position, seq, part),
    CONSTRAINT run_is_not_empty CHECK (length >= 1 AND position >= 0),
    -- A run is found only if it is filed under the level of its length.
    CONSTRAINT run_is_filed_under_its_level CHECK (
        length <= 1::bigint << level AND (level = 0 OR length > 1::bigint << (level - 1))),
    CONSTRAINT run_unit_only_with_amount CHECK (uom IS NULL OR amount IS NOT NULL)
);
-- PostgresTraceStore.parts: all that an event names.
CREATE INDEX run_by_event_idx ON trace.run (seq);
