package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionLevel;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

@Repository
@DependsOn("regionEdition")
class JdbcRegions implements Regions {
    /** 市辖区, 县, 省直辖县级行政区划: rows that only group codes and that no address names. */
    private static final String GROUPING = "市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划";

    private static final String SELECT = """
            SELECT t.code, t.parent, t.path, t.name_zh, t.short_name, t.name_en,
                   NULLIF(t.valid_from, '-infinity') AS valid_from, NULLIF(t.valid_to, 'infinity') AS valid_to,
                   t.latitude, t.longitude
            """;
    private static final String FROM = "FROM registry.region AS t";
    private static final String IN_FORCE = "t.valid_from <= :on AND :on < t.valid_to";

    private final JdbcClient jdbc;
    private volatile Map<String, GeoPoint> centres;

    JdbcRegions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.centres = centres(jdbc);
    }

    @Override
    public Optional<Region> find(RegionCode code, LocalDate on) {
        return Region.inForce(periods(List.of(code)).getOrDefault(code, List.of()), on);
    }

    @Override
    public Map<RegionCode, List<Region>> periods(Collection<RegionCode> codes) {
        return jdbc
                .sql(SELECT + FROM + """

                        WHERE t.code = ANY (:codes)
                        ORDER BY t.code, t.valid_from
                        """)
                .param("codes", significant(codes))
                .query(JdbcRegions::region)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Region::code, TreeMap::new, Collectors.toList()));
    }

    @Override
    public Page<Region> children(@Nullable RegionCode parent, LocalDate on, PageRequest page) {
        Listing<Region> listing = listing().where(IN_FORCE, "on", on);
        if (parent == null) {
            listing.where("t.parent IS NULL AND length(t.code) = :length", "length", RegionLevel.PROVINCE.length());
        } else {
            listing.where("t.parent = :parent", "parent", parent.significant());
        }
        return listing.page(page, BY_CODE);
    }

    @Override
    public Page<Region> named(String text, @Nullable RegionLevel level, LocalDate on, PageRequest page) {
        return listing()
                .where(IN_FORCE, "on", on)
                .where("t.name_zh LIKE :name OR t.name_en ILIKE :name", "name", Listing.anywhere(text))
                .where("length(t.code) = :length", "length", level == null ? null : level.length())
                .page(page, WIDEST_FIRST);
    }

    private Listing<Region> listing() {
        return new Listing<>(jdbc, SELECT, FROM, JdbcRegions::region);
    }

    private static final Listing.Order<Region> BY_CODE = new Listing.Order<>(
            List.of("t.code"), false, region -> List.of(region.code().significant()), List.of(text -> text));

    private static final Listing.Order<Region> WIDEST_FIRST = new Listing.Order<>(
            List.of("length(t.code)", "t.code"),
            false,
            region -> List.of(
                    String.valueOf(region.code().significant().length()),
                    region.code().significant()),
            List.of(JdbcRegions::length, text -> text));

    private static Object length(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw InvalidInput.of("cursor", text, "cursor", "expected: the value of `next` of the previous page");
        }
    }

    @Override
    public Map<RegionCode, RegionName> names(Collection<RegionCode> codes) {
        Set<RegionCode> all =
                codes.stream().flatMap(code -> code.chain().stream()).collect(Collectors.toSet());
        Map<RegionCode, RegionName> own = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (t.code) t.code, t.name_zh, t.name_en
                FROM registry.region AS t
                WHERE t.code = ANY (:codes)
                ORDER BY t.code, t.valid_to DESC
                """).param("codes", significant(all)).query(row -> {
            if (!row.getString("name_zh").matches(GROUPING)) {
                own.put(
                        new RegionCode(row.getString("code")),
                        new RegionName(row.getString("name_zh"), row.getString("name_en")));
            }
        });
        return codes.stream()
                .distinct()
                .filter(own::containsKey)
                .collect(Collectors.toMap(code -> code, code -> full(code, own)));
    }

    private static RegionName full(RegionCode code, Map<RegionCode, RegionName> own) {
        List<RegionName> steps =
                code.chain().stream().filter(own::containsKey).map(own::get).toList();
        return new RegionName(
                steps.stream().map(RegionName::zh).collect(Collectors.joining()),
                steps.reversed().stream().map(RegionName::en).collect(Collectors.joining(", ")));
    }

    @Override
    public Optional<GeoPoint> centre(RegionCode code) {
        Map<String, GeoPoint> known = centres;
        return Stream.of(code.chain().reversed())
                .flatMap(List::stream)
                .filter(step -> known.containsKey(step.significant()))
                .findFirst()
                .map(step -> known.get(step.significant()));
    }

    /** After regions got other codes. */
    void readCentresAgain() {
        centres = centres(jdbc);
    }

    private static Map<String, GeoPoint> centres(JdbcClient jdbc) {
        Map<String, GeoPoint> centres = new HashMap<>();
        jdbc.sql("""
                SELECT t.code, t.latitude, t.longitude
                FROM registry.region AS t
                WHERE t.latitude IS NOT NULL
                """).query(row -> {
            centres.put(row.getString("code"), new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")));
        });
        return Map.copyOf(centres);
    }

    private static String[] significant(Collection<RegionCode> codes) {
        return codes.stream().map(RegionCode::significant).distinct().toArray(String[]::new);
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        return new Region(
                new RegionCode(row.getString("code")),
                parent == null ? null : new RegionCode(parent),
                row.getString("path"),
                row.getString("name_zh"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Rows.point(row));
    }
}
