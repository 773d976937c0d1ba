package org.suyuan.organisations.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Decision;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.History;
import org.suyuan.organisations.History.Consistent;
import org.suyuan.organisations.History.Contradicted;
import org.suyuan.organisations.Lineage;
import org.suyuan.organisations.Lineage.Grown;
import org.suyuan.organisations.Lineage.Placed;
import org.suyuan.organisations.Lineage.Refused;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.organisations.Period;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;

/**
 * Derives the periods of a body whose decisions changed, then those of the bodies below it, level by level until nothing
 * changes any more. Refuses what contradicts; the caller's transaction then leaves no trace of it.
 */
@Repository
class Forest {
    private static final String DECISION = """
            SELECT t.organisation_id, t.number, t.kind, t.effective_from, t.name, t.short_name, t.type, t.level, t.region_code,
                   t.region_path, t.parent_id, t.into_id, t.decided_at, t.decided_by, t.decided_by_name, t.capacity, t.reason,
                   t.legal_basis
            FROM organisations.decision AS t
            WHERE t.organisation_id = ANY (:ids::uuid[])
            ORDER BY t.organisation_id, t.effective_from, t.number
            """;

    private static final String PERIOD = """
            SELECT t.organisation_id, t.valid_from, NULLIF(t.valid_to, 'infinity') AS valid_to, t.name, t.short_name, t.type,
                   t.level, t.region_code, t.region_path, t.parent_id, t.path
            FROM organisations.period AS t
            WHERE t.organisation_id = ANY (:ids::uuid[])
            ORDER BY t.organisation_id, t.valid_from
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Organisations organisations;

    Forest(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Organisations organisations) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.organisations = organisations;
    }

    /** Decisions change rarely and concern whole trees: one writer at a time. Readers are not held up. */
    void lock() {
        jdbc.sql("LOCK TABLE organisations.period IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** @param pointer what an error about one of these bodies themselves points to */
    void grow(Set<OrganisationId> changed, String pointer) {
        Map<String, OrganisationType> types = organisations.types();
        Set<OrganisationId> touched = new HashSet<>();
        Set<OrganisationId> level = changed;
        for (int round = 0; !level.isEmpty(); round++) {
            touched.addAll(level);
            if (touched.size() > Organisations.BELOW_MAX || round > 2 * Lineage.DEPTH_MAX) {
                throw refused(
                        pointer,
                        "too-many",
                        touched.size() + " bodies (expected: at most " + Organisations.BELOW_MAX + ")");
            }
            Map<OrganisationId, List<Placed>> former = placed(level);
            Map<OrganisationId, List<Placed>> grown = grown(level, types, changed, pointer);
            grown.entrySet().removeIf(entry -> entry.getValue().equals(former.get(entry.getKey())));
            replace(grown);
            level = below(grown.keySet());
        }
    }

    private Map<OrganisationId, List<Placed>> grown(
            Set<OrganisationId> level,
            Map<String, OrganisationType> types,
            Set<OrganisationId> changed,
            String pointer) {
        Map<OrganisationId, List<Period>> periods = new LinkedHashMap<>();
        decisions(level).forEach((id, decisions) -> {
            switch (History.of(decisions, types)) {
                case Consistent(List<Period> consistent) -> periods.put(id, consistent);
                case Contradicted(String rule, String message) -> throw refused(pointer, rule, message);
            }
        });
        Map<OrganisationId, List<Placed>> parents = placed(parents(periods.values()));
        Map<OrganisationId, List<Placed>> grown = new LinkedHashMap<>();
        periods.forEach((id, own) -> {
            switch (Lineage.of(id, own, parents)) {
                case Grown(List<Placed> placed) -> grown.put(id, placed);
                case Refused(String rule, String message) ->
                    throw changed.contains(id)
                            ? refused(pointer, rule, message)
                            : refusedByChild(
                                    pointer, rule, own.getLast().facts().name() + ": " + message);
            }
        });
        return grown;
    }

    /** What a decision would do to a body below is told as such. */
    private static InvalidInput refusedByChild(String pointer, String rule, String message) {
        return refused(pointer, rule.equals("parent-alive") ? "children-alive" : rule, message);
    }

    private static InvalidInput refused(String pointer, String rule, String message) {
        return InvalidInput.of(pointer, null, rule, message);
    }

    private static Set<OrganisationId> parents(Collection<List<Period>> periods) {
        Set<OrganisationId> parents = new HashSet<>();
        for (List<Period> own : periods) {
            for (Period period : own) {
                OrganisationId parent = period.facts().parent();
                if (parent != null) {
                    parents.add(parent);
                }
            }
        }
        return parents;
    }

    private Set<OrganisationId> below(Collection<OrganisationId> ids) {
        return jdbc.sql("""
                        SELECT DISTINCT t.organisation_id
                        FROM organisations.period AS t
                        WHERE t.parent_id = ANY (:ids::uuid[])
                        """).param("ids", Rows.values(ids)).query(UUID.class).list().stream()
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }

    Map<OrganisationId, List<Decision>> decisions(Collection<OrganisationId> ids) {
        Map<OrganisationId, List<Decision>> decisions = new LinkedHashMap<>();
        jdbc.sql(DECISION).param("ids", Rows.values(ids)).query((RowCallbackHandler) row -> decisions
                .computeIfAbsent(Objects.requireNonNull(Rows.id(row, "organisation_id")), id -> new ArrayList<>())
                .add(Rows.decision(row, 0)));
        return decisions;
    }

    Map<OrganisationId, List<Placed>> placed(Collection<OrganisationId> ids) {
        Map<OrganisationId, List<Placed>> placed = new HashMap<>();
        jdbc.sql(PERIOD).param("ids", Rows.values(ids)).query((RowCallbackHandler) row -> placed.computeIfAbsent(
                        Objects.requireNonNull(Rows.id(row, "organisation_id")), id -> new ArrayList<>())
                .add(Rows.placed(row)));
        return placed;
    }

    private void replace(Map<OrganisationId, List<Placed>> grown) {
        if (grown.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        DELETE FROM organisations.period
                        WHERE organisation_id = ANY (:ids::uuid[])
                        """).param("ids", Rows.values(grown.keySet())).update();
        List<SqlParameterSource> rows = new ArrayList<>();
        grown.forEach((id, periods) -> {
            for (int i = 0; i < periods.size(); i++) {
                rows.add(row(id, periods.get(i), i == 0, i == periods.size() - 1));
            }
        });
        batches.batchUpdate("""
                INSERT INTO organisations.period (organisation_id, valid_from, valid_to, is_first, is_last, name, short_name,
                    type, level, region_code, region_path, parent_id, path)
                VALUES (:id, :valid_from, :valid_to, :is_first, :is_last, :name, :short_name,
                    :type, :level, :region_code, :region_path, :parent_id, :path)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(OrganisationId id, Placed placed, boolean first, boolean last) {
        Facts facts = placed.period().facts();
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("valid_from", placed.period().from())
                .addValue("valid_to", orInfinity(placed.period().to()))
                .addValue("is_first", first)
                .addValue("is_last", last)
                .addValue("name", facts.name())
                .addValue("short_name", facts.shortName())
                .addValue("type", facts.type())
                .addValue("level", facts.level() == null ? null : facts.level().name())
                .addValue("region_code", Rows.significant(facts.place()))
                .addValue("region_path", facts.place().path())
                .addValue(
                        "parent_id",
                        facts.parent() == null ? null : facts.parent().value())
                .addValue("path", placed.path());
    }

    /** The driver writes the greatest date as infinity. */
    static LocalDate orInfinity(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    /** Today's row of a body, for the caller to answer. */
    Organisation today(OrganisationId id) {
        return organisations.find(id).orElseThrow();
    }
}
