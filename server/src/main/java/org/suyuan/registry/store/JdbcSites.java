package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.epcis.gs1.Gln;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Faults;
import org.suyuan.registry.Imports;
import org.suyuan.registry.ListOrder;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.registry.RegistryProblem;
import org.suyuan.registry.Site;
import org.suyuan.registry.SiteDraft;
import org.suyuan.registry.SiteFilter;
import org.suyuan.registry.Sites;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;

@Repository
class JdbcSites implements Sites {
    private static final String SELECT = """
            SELECT t.id, t.operator_id, o.name_zh AS operator_name, t.name_zh, t.name_en, t.role, t.gln, t.gln_extension,
                   t.place, t.region_code, t.region_path, t.address, t.latitude, t.longitude,
                   t.valid_from, t.valid_to, t.status, t.version
            """;
    private static final String FROM = """
            FROM registry.site AS t
            JOIN registry.public_operator AS o ON o.id = t.operator_id""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Regions regions;
    private final CodeLists codeLists;
    private final Clock clock;

    JdbcSites(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Regions regions, CodeLists codeLists, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.regions = regions;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    @Override
    public Page<Site> list(Actor actor, SiteFilter filter, PageRequest page) {
        return listing(actor, filter).page(page, order(filter.order()));
    }

    /** The driver reads in portions only inside a transaction. */
    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, SiteFilter filter, Consumer<List<Site>> portion) {
        listing(actor, filter).portions(order(filter.order()), Imports.CHUNK, portion);
    }

    private Listing<Site> listing(Actor actor, SiteFilter filter) {
        Listing<Site> listing = new Listing<>(jdbc, SELECT, FROM, JdbcSites::site)
                .where(ScopeClause.reading(actor))
                .where("t.name_zh LIKE :name OR t.name_en ILIKE :name", "name", Listing.anywhere(filter.name()))
                .where(
                        "t.operator_id = :operator",
                        "operator",
                        filter.operator() == null ? null : filter.operator().value())
                .where("t.role = :role", "role", filter.role())
                .where("t.place = :place", "place", filter.place())
                .where(
                        "t.status = :status",
                        "status",
                        filter.status() == null ? null : filter.status().name());
        KnownRegions.narrowing(regions, filter.region()).ifPresent(listing::where);
        return listing;
    }

    private static Listing.Order<Site> order(ListOrder order) {
        return switch (order) {
            case NEWEST -> Listing.newest(site -> site.id().toString());
            case NAME -> Listing.byName(Site::nameZh, site -> site.id().toString());
        };
    }

    @Override
    public Optional<Site> find(Actor actor, SiteId id) {
        return one(ScopeClause.reading(actor), id, "");
    }

    private Optional<Site> one(ScopeClause scope, SiteId id, String lock) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id AND (" + scope.sql() + ")" + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query(JdbcSites::site)
                .optional();
    }

    private Site stored(SiteId id) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id")
                .param("id", id.value())
                .query(JdbcSites::site)
                .single();
    }

    @Override
    @Transactional
    public Site register(Actor actor, SiteDraft draft) {
        return stored(Entries.single(registerAll(actor, List.of(draft)), RegistryProblem.SITE_EXISTS));
    }

    @Override
    @Transactional
    public List<Entered<SiteId>> registerAll(Actor actor, List<SiteDraft> drafts) {
        Entries.requireChunk(drafts);
        ScopeClause.writing(actor);
        Known known = known(drafts);
        List<Entered<SiteId>> entered = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (SiteDraft draft : drafts) {
            SiteId id = new SiteId(Uuid7.next(clock));
            Faults faults = draft.faults();
            UUID operator = known.operators().ofSite(actor, draft.operatorId(), faults);
            Region region = check(actor, id, draft, known, faults);
            if (operator == null || region == null || !faults.none()) {
                entered.add(new Entered.Refused<>(faults.list()));
            } else {
                known.places().put(place(id, draft), id.value());
                rows.add(parameters(actor, id, operator, draft, region));
                entered.add(new Entered.Registered<>(id));
            }
        }
        Entries.guarded(RegistryProblem.SITE_EXISTS, () -> insert(rows));
        return entered;
    }

    private int[] insert(List<SqlParameterSource> rows) {
        return batches.batchUpdate("""
                INSERT INTO registry.site (id, operator_id, name_zh, name_en, role, gln, gln_extension, place, region_code,
                    region_path, address, latitude, longitude, valid_from, valid_to, status, version, created_at, changed_at,
                    changed_by)
                VALUES (:id, :operator, :name_zh, :name_en, :role, :gln, :gln_extension, :place, :region_code,
                    :region_path, :address, :latitude, :longitude, :valid_from, :valid_to, :status, 1, :now, :now,
                    :actor)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    @Override
    @Transactional
    public Optional<Site> change(Actor actor, SiteId id, Consumer<Site> precondition, SiteDraft draft) {
        Site current = one(ScopeClause.writing(actor), id, "\nFOR UPDATE OF t").orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        precondition.accept(current);
        Faults faults = draft.faults();
        if (!Objects.equals(draft.operatorId(), current.operator().toString())) {
            faults.add("/operatorId", draft.operatorId(), "fixed", "expected: " + current.operator());
        }
        Region region = check(actor, id, draft, known(List.of(draft)), faults);
        Entries.refuse(faults, RegistryProblem.SITE_EXISTS);
        SqlParameterSource row =
                parameters(actor, id, current.operator().value(), draft, Objects.requireNonNull(region));
        Entries.guarded(RegistryProblem.SITE_EXISTS, () -> update(row));
        return Optional.of(stored(id));
    }

    private int update(SqlParameterSource row) {
        int updated = batches.update("""
                UPDATE registry.site
                SET name_zh = :name_zh, name_en = :name_en, role = :role, gln = :gln, gln_extension = :gln_extension,
                    place = :place, region_code = :region_code, region_path = :region_path, address = :address,
                    latitude = :latitude, longitude = :longitude, valid_from = :valid_from, valid_to = :valid_to,
                    status = :status, version = version + 1, changed_at = :now, changed_by = :actor
                WHERE id = :id
                """, row);
        batches.update("""
                UPDATE registry.lot
                SET region_path = :region_path
                WHERE site_id = :id AND region_path <> :region_path
                """, row);
        return updated;
    }

    /** What the drafts name, looked up once for all of them. */
    private record Known(Set<String> roles, KnownRegions regions, KnownOperators operators, Map<String, UUID> places) {}

    private Known known(List<SiteDraft> drafts) {
        Map<String, UUID> places = new HashMap<>();
        jdbc.sql("""
                SELECT place, id
                FROM registry.public_site
                WHERE place = ANY (:places)
                """)
                .param(
                        "places",
                        drafts.stream()
                                .map(JdbcSites::gln)
                                .filter(Objects::nonNull)
                                .map(Place::uri)
                                .toArray(String[]::new))
                .query(row -> {
                    places.put(row.getString("place"), Rows.id(row, "id"));
                });
        return new Known(
                codeLists.byCode(CodeList.SITE_ROLES).keySet(),
                KnownRegions.of(regions, drafts.stream().map(SiteDraft::region)),
                KnownOperators.of(jdbc, drafts.stream().map(SiteDraft::operatorId)),
                places);
    }

    /** Tells all that needs looking up; answers the region if it is good. */
    private @Nullable Region check(Actor actor, SiteId id, SiteDraft draft, Known known, Faults faults) {
        if (draft.role() != null && !known.roles().contains(draft.role())) {
            faults.add("/role", draft.role(), "code", "expected: a code of site-roles");
        }
        UUID holder = known.places().get(place(id, draft));
        if (holder != null && !holder.equals(id.value())) {
            faults.add("/gln", draft.gln(), Faults.EXISTS, "another site is registered with it");
        }
        return known.regions().of(actor, draft.region(), validFrom(draft), LocalDate.now(clock), faults);
    }

    private static String place(SiteId id, SiteDraft draft) {
        return Site.placeOf(id, gln(draft));
    }

    /** Null also for a broken one, which the draft's own check tells. */
    private static @Nullable Place gln(SiteDraft draft) {
        if (draft.gln() == null) {
            return null;
        }
        try {
            return new Place(Gln.of(draft.gln()), draft.glnExtension() == null ? "" : draft.glnExtension());
        } catch (Gs1SyntaxException e) {
            return null;
        }
    }

    private SqlParameterSource parameters(Actor actor, SiteId id, UUID operator, SiteDraft draft, Region region) {
        Place gln = gln(draft);
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("operator", operator)
                .addValue("name_zh", draft.nameZh())
                .addValue("name_en", draft.nameEn())
                .addValue("role", draft.role())
                .addValue("gln", gln == null ? null : gln.gln().value())
                .addValue("gln_extension", gln == null || gln.extension().isEmpty() ? null : gln.extension())
                .addValue("place", Site.placeOf(id, gln))
                .addValue("region_code", region.code().significant())
                .addValue("region_path", region.path())
                .addValue("address", draft.address())
                .addValue("latitude", draft.latitude())
                .addValue("longitude", draft.longitude())
                .addValue("valid_from", validFrom(draft))
                .addValue("valid_to", draft.validTo())
                .addValue("status", (draft.status() == null ? RegistrationStatus.ACTIVE : draft.status()).name())
                .addValue("now", OffsetDateTime.now(clock))
                .addValue("actor", actor.id().value());
    }

    private LocalDate validFrom(SiteDraft draft) {
        return draft.validFrom() == null ? LocalDate.now(clock) : draft.validFrom();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(Rows.id(row, "id")),
                new OperatorId(Rows.id(row, "operator_id")),
                row.getString("operator_name"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("role"),
                Rows.place(row),
                row.getString("place"),
                new RegionCode(row.getString("region_code")),
                row.getString("region_path"),
                row.getString("address"),
                Rows.point(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                RegistrationStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
