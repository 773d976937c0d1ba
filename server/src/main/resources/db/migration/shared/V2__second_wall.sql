-- The second wall (design §6): row-level security on the tables that hold people's and enterprises' data. The application
-- logs in as the tables' owner, whom no policy binds, and takes one of four roles for as long as it works for a request:
-- one role a kind of scope. The roles belong to the whole server, so ModuleMigrations provides them before any script.

-- Walls a table by the columns that say whose its rows are; a kind of scope without a column sees none of them.
--   SELECT shared.second_wall('recall.recall', region => 'region_path', operator => 'operator_id');
-- Rows that a scope does not see it can neither change nor delete; what it may add is the first wall's to say.
CREATE FUNCTION shared.second_wall(
    walled regclass, region text DEFAULT NULL, operator text DEFAULT NULL, organisation text DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
    IF region IS NOT NULL THEN
        -- The range of the first wall; both operators are leakproof, so they may use an index under a policy.
        PERFORM shared.second_wall_seen(walled, 'suyuan_region', format(
            '%1$I ~>=~ current_setting(''suyuan.region_from'') AND %1$I ~<~ current_setting(''suyuan.region_to'')', region));
    END IF;
    IF operator IS NOT NULL THEN
        PERFORM shared.second_wall_seen(walled, 'suyuan_operator', format(
            '%I = current_setting(''suyuan.operator'')::uuid', operator));
    END IF;
    IF organisation IS NOT NULL THEN
        PERFORM shared.second_wall_seen(walled, 'suyuan_organisation', format(
            '%I = current_setting(''suyuan.organisation'')::uuid', organisation));
    END IF;
END
$$;

-- For what no single column says. Several conditions for one role are joined by OR.
--   SELECT shared.second_wall_seen('events.event', 'suyuan_operator', 'parties @> ARRAY[…]');
CREATE FUNCTION shared.second_wall_seen(walled regclass, seer name, condition text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY %I ON %s FOR ALL TO %I USING (%s) WITH CHECK (TRUE)',
        seer || '_' || substr(md5(condition), 1, 6), walled, seer, condition);
END
$$;
