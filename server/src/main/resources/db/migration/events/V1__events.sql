CREATE SCHEMA IF NOT EXISTS events;

-- Capture order of the platform. Reserved in blocks by a document, so gaps are normal and numbers are never reused.
CREATE SEQUENCE events.event_seq AS bigint;

-- One delivery of events: the EPCIS 2.0 §12.6.1 capture job. A refused delivery leaves its job and its errors behind, no event.
CREATE TABLE events.capture (
    id            uuid        PRIMARY KEY,
    created_at    timestamptz NOT NULL,
    finished_at   timestamptz NOT NULL,
    behaviour     text        NOT NULL,
    success       boolean     NOT NULL,
    stored        integer     NOT NULL,
    duplicates    integer     NOT NULL,
    errors        jsonb       NOT NULL,
    captured_by   uuid        NOT NULL,
    operator      uuid        REFERENCES registry.operator (id),
    -- The two behaviours of the standard's GS1-Capture-Error-Behaviour header.
    CONSTRAINT capture_behaviour_known CHECK (behaviour IN ('rollback', 'proceed')),
    -- Rollback stores all or nothing.
    CONSTRAINT capture_rollback_is_whole CHECK (behaviour = 'proceed' OR success OR stored = 0)
);
-- Query: an actor's own capture jobs, newest first (GET /epcis/capture).
CREATE INDEX capture_by_actor ON events.capture (captured_by, id DESC);

-- One captured event; append-only. A correction is a further row that names the old one (errorDeclaration).
CREATE TABLE events.event (
    seq           bigint      PRIMARY KEY,
    event_id      text        NOT NULL,
    declaration   boolean     NOT NULL,
    hash          bytea       NOT NULL,
    type          text        NOT NULL,
    action        text,
    event_time    timestamptz NOT NULL,
    record_time   timestamptz NOT NULL,
    biz_step      text,
    disposition   text,
    read_point    text,
    biz_location  text,
    capture_id    uuid        NOT NULL,
    captured_by   uuid        NOT NULL,
    parties       uuid[]      NOT NULL,
    region_path   text,
    body          bytea       NOT NULL,
    -- The five event types of EPCIS 2.0 §7.4.
    CONSTRAINT event_type_known CHECK (type IN ('ObjectEvent', 'AggregationEvent', 'TransactionEvent', 'TransformationEvent', 'AssociationEvent')),
    CONSTRAINT event_action_known CHECK (action IN ('ADD', 'OBSERVE', 'DELETE')),
    -- SHA-256 of the CBV 2.0 pre-hash string.
    CONSTRAINT event_hash_is_sha256 CHECK (octet_length(hash) = 32)
);
-- The same event is stored once; its error declaration repeats its id (EPCIS 2.0 §7.4.1.2).
CREATE UNIQUE INDEX event_once ON events.event (event_id, declaration);
-- Query: events newest first by what happened when (GET /epcis/events orderBy=eventTime, console list).
CREATE INDEX event_by_time ON events.event (event_time DESC, seq DESC);
-- Query: events of one place (EQ_bizLocation, EQ_readPoint).
CREATE INDEX event_by_place ON events.event (biz_location, event_time DESC, seq DESC);
CREATE INDEX event_by_read_point ON events.event (read_point, event_time DESC, seq DESC);
-- Query: events of one business step.
CREATE INDEX event_by_step ON events.event (biz_step, event_time DESC, seq DESC);
-- Scope: an operator sees the events it took part in.
CREATE INDEX event_by_party ON events.event USING gin (parties);
-- Scope: an officer sees the events of his jurisdiction.
CREATE INDEX event_by_region ON events.event (region_path text_pattern_ops, event_time DESC, seq DESC);

-- Every field of an event is a fact and stays as it was captured.
CREATE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are append-only (table %, %)', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON events.event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
