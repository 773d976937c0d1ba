package org.suyuan.organisations.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.OrganisationId;

@Repository
class JdbcOrganisations implements Organisations {
    /** Mergers one after the other; reforms come every few years. */
    private static final int SUCCESSIONS_MAX = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOrganisations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Organisation> find(OrganisationId id) {
        return find(id, LocalDate.now(clock));
    }

    @Override
    public Optional<Organisation> find(OrganisationId id, LocalDate on) {
        return Optional.ofNullable(findAll(List.of(id), on).get(id));
    }

    @Override
    public Map<OrganisationId, Organisation> findAll(Collection<OrganisationId> ids) {
        return findAll(ids, LocalDate.now(clock));
    }

    @Override
    public Map<OrganisationId, Organisation> findAll(Collection<OrganisationId> ids, LocalDate on) {
        return jdbc
                .sql(Rows.SELECT + Rows.FROM + "WHERE t.organisation_id = ANY (:ids::uuid[]) AND " + Rows.ON_THE_DAY)
                .param("ids", Rows.values(ids))
                .param("at", on)
                .query((row, number) -> Rows.organisation(row, on))
                .list()
                .stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    @Override
    public Optional<String> nameOn(OrganisationId id, LocalDate date) {
        return jdbc.sql("""
                        SELECT t.name
                        FROM organisations.period AS t
                        WHERE t.organisation_id = :id
                          AND\s""" + Rows.ON_THE_DAY)
                .param("id", id.value())
                .param("at", date)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Organisation> successor(OrganisationId id) {
        Optional<Organisation> body = find(id);
        for (int step = 0; step < SUCCESSIONS_MAX; step++) {
            if (body.isEmpty() || body.get().status() != OrganisationStatus.CLOSED) {
                return body;
            }
            body = Optional.ofNullable(body.get().successor()).flatMap(this::find);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Organisation> responsible(String type, String regionPath, OrganisationLevel level) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(Rows.SELECT + Rows.FROM + """
                        WHERE t.region_path = ANY (:around)
                          AND t.type = :type
                          AND t.level = :level
                          AND t.valid_from <= :at AND :at < t.valid_to
                        ORDER BY t.organisation_id
                        LIMIT 1
                        """)
                .param("around", around(regionPath))
                .param("type", type)
                .param("level", level.name())
                .param("at", today)
                .query((row, number) -> Rows.organisation(row, today))
                .optional();
    }

    /** The path and those of the regions around it, the nation's first. */
    private static String[] around(String regionPath) {
        List<String> paths = new ArrayList<>();
        for (int slash = regionPath.indexOf('/'); slash >= 0; slash = regionPath.indexOf('/', slash + 1)) {
            paths.add(regionPath.substring(0, slash + 1));
        }
        return paths.toArray(String[]::new);
    }

    @Override
    public Map<String, OrganisationType> types() {
        return jdbc.sql("""
                        SELECT t.code, t.name_zh, t.name_en, t.authority, t.levelled,
                               NULLIF(t.valid_from, '-infinity') AS valid_from,
                               NULLIF(t.valid_to, 'infinity') AS valid_to, t.legal_basis
                        FROM organisations.type AS t
                        ORDER BY t.position, t.code
                        """).query(Rows::type).list().stream()
                .collect(Collectors.toMap(
                        OrganisationType::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    @Override
    public List<OrganisationId> withAllBelow(OrganisationId id) {
        Under under =
                find(id).map(body -> Under.of("t.path", body.path(), "path")).orElse(null);
        if (under == null) {
            return List.of();
        }
        return jdbc
                .sql("""
                        SELECT t.organisation_id
                        FROM organisations.period AS t
                        WHERE t.valid_from <= :at AND :at < t.valid_to
                          AND\s""" + under.sql() + "\nORDER BY t.path\nLIMIT " + BELOW_MAX)
                .param("at", LocalDate.now(clock))
                .params(under.parameters())
                .query(UUID.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .toList();
    }
}
