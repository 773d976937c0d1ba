-- The audit trail: who decided what, and who read whose data (R3.86). Rows are written once and never touched again.

CREATE TABLE audit.entry (
    -- UUIDv7: its order is the order of time, so the table can be cut into partitions by ranges of its key.
    id                uuid        PRIMARY KEY,
    at                timestamptz NOT NULL,
    kind              text        NOT NULL,
    action            text        NOT NULL,
    -- Who, as he was called and in which capacity he acted at that moment; no foreign keys, since a trail outlives accounts.
    actor_id          uuid        NOT NULL,
    actor_name        text        NOT NULL,
    post              uuid,
    organisation      uuid,
    organisation_name text,
    title             text,
    role              text,
    behalf_of         uuid,
    behalf_of_name    text,
    -- From where: absent for what the platform does by itself.
    request_id        text,
    source_address    text,
    client            text,
    -- What it was about, and who may therefore see the entry.
    subject_kind      text        NOT NULL,
    subject_id        text        NOT NULL,
    subject_name      text        NOT NULL,
    person            uuid,
    operator_id       uuid,
    region_path       text,
    reason            text,
    legal_basis       text,
    facts             jsonb       NOT NULL,
    CONSTRAINT entry_kind_known CHECK (kind IN ('DECISION', 'READ')),
    CONSTRAINT entry_action_is_module_noun_verb CHECK (action ~ '^[a-z-]+(\.[a-z-]+){2}$'),
    CONSTRAINT entry_region_path_shape CHECK (region_path LIKE '/%'),
    -- A post has a name and a role; who stands in for another has a name too.
    CONSTRAINT entry_capacity_is_whole CHECK ((post IS NULL) = (title IS NULL) AND (post IS NULL) = (role IS NULL)),
    CONSTRAINT entry_principal_is_whole CHECK ((behalf_of IS NULL) = (behalf_of_name IS NULL)),
    CONSTRAINT entry_facts_are_named CHECK (jsonb_typeof(facts) = 'object')
);
-- Entries.list, newest first; between two days.
CREATE INDEX entry_at_idx ON audit.entry (at, id);
-- Entries.list under a jurisdiction: one range of paths.
CREATE INDEX entry_region_idx ON audit.entry (region_path text_pattern_ops, at, id);
-- Entries.list: the story of one subject.
CREATE INDEX entry_subject_idx ON audit.entry (subject_kind, subject_id, at, id);
-- Entries.about: who read my data.
CREATE INDEX entry_person_idx ON audit.entry (person, at, id) WHERE person IS NOT NULL;
-- Entries.list: what one actor did.
CREATE INDEX entry_actor_idx ON audit.entry (actor_id, at, id);
-- Entries.list: what happened to one operator's data.
CREATE INDEX entry_operator_idx ON audit.entry (operator_id, at, id) WHERE operator_id IS NOT NULL;

CREATE FUNCTION audit.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit.entry only grows: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- A statement that finds no row is refused as well: trying is the offence.
CREATE TRIGGER entry_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
