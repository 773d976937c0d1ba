-- PostgreSQL enforces the scope a second time (design §6). Calendars and rules are for everybody.
SELECT shared.second_wall(
    'deadlines.clock', region => 'region_path', operator => 'operator_id', organisation => 'organisation_id');
-- A clock's ledger and rungs are seen with it: the clock below is behind its own wall.
SELECT shared.second_wall_seen(walled::regclass, seer, 'EXISTS (SELECT FROM deadlines.clock c WHERE c.id = clock)')
FROM unnest(ARRAY ['deadlines.clock_entry', 'deadlines.clock_rung']) AS walled,
     unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation']) AS seer;

-- What happened to a clock stays as it was written.
CREATE FUNCTION deadlines.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only (table %, %)', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER clock_entry_append_only BEFORE UPDATE OR DELETE ON deadlines.clock_entry
    FOR EACH STATEMENT EXECUTE FUNCTION deadlines.refuse_change();
