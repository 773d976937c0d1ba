package org.suyuan.organisations.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.Organisations;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Searchable;

/** Finds bodies by any name they ever had: an old stamp is often all that a paper shows. */
@Repository
class OrganisationSearch implements Searchable {
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Regions regions;
    private final Clock clock;

    OrganisationSearch(JdbcClient jdbc, Organisations organisations, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "organisation";
    }

    @Override
    public Permission needs() {
        return Permission.ORGANISATIONS_READ;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        actor.require(needs());
        List<OrganisationId> ids = jdbc.sql("""
                        SELECT t.organisation_id,
                               min(CASE
                                       WHEN o.uscc = :code THEN 0
                                       WHEN t.is_last AND (t.name ILIKE :beginning OR t.short_name ILIKE :beginning) THEN 1
                                       WHEN t.is_last THEN 2
                                       ELSE 3
                                   END) AS rank
                        FROM organisations.period AS t
                        JOIN organisations.organisation AS o ON o.id = t.organisation_id
                        WHERE o.uscc = :code OR t.name ILIKE :anywhere OR t.short_name ILIKE :anywhere
                        GROUP BY t.organisation_id
                        ORDER BY rank, min(t.region_path), t.organisation_id
                        LIMIT :limit
                        """)
                .param("code", text.toUpperCase(Locale.ROOT))
                .param("beginning", Directory.literally(text) + "%")
                .param("anywhere", Directory.anywhere(text))
                .param("limit", limit)
                .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
        Map<OrganisationId, Organisation> bodies = organisations.findAll(ids, LocalDate.now(clock));
        List<Organisation> found = ids.stream().map(bodies::get).toList();
        Map<RegionCode, RegionName> places = regions.names(found.stream()
                .flatMap(body -> Stream.ofNullable(body.facts().place().region()))
                .collect(Collectors.toSet()));
        return found.stream().map(body -> hit(body, places, locale)).toList();
    }

    private Hit hit(Organisation body, Map<RegionCode, RegionName> places, Locale locale) {
        RegionCode region = body.facts().place().region();
        RegionName place = region == null ? null : places.get(region);
        String type = body.type().name(locale);
        String detail = place == null ? type : type + " · " + place.in(locale);
        return new Hit(kind(), body.id().toString(), body.name(), detail);
    }
}
