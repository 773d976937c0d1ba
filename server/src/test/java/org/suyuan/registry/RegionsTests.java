package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.PageRequest;

/** Codes and their periods (standards a2). */
@RegistryTest
class RegionsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PageRequest PAGE = new PageRequest(PageRequest.LIMIT_MAX, null, true);

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_same_code_means_another_district_in_another_year() {
        assertThat(nameOn("350205", LocalDate.of(1995, 6, 1))).isEqualTo("杏林区");
        assertThat(nameOn("350205", LocalDate.of(2003, 4, 25))).isEqualTo("杏林区");
        assertThat(nameOn("350205", LocalDate.of(2003, 4, 26))).isEqualTo("海沧区");
        assertThat(nameOn("350205", TODAY)).isEqualTo("海沧区");
        assertThat(nameOn("350211", LocalDate.of(1985, 6, 1))).isEqualTo("郊区");
        assertThat(nameOn("350211", TODAY)).isEqualTo("集美区");
    }

    @Test
    void an_abolished_district_is_found_only_on_the_days_it_existed() {
        assertThat(nameOn("350204", LocalDate.of(2000, 1, 1))).isEqualTo("开元区");
        assertThat(nameOn("350204", TODAY)).isNull();
        assertThat(nameOn("350202", TODAY)).isNull();
        assertThat(nameOn("350213", LocalDate.of(2000, 1, 1))).isNull();
    }

    @Test
    void no_code_means_two_things_on_one_day() {
        long overlaps = jdbc.sql("""
                        SELECT count(*)
                        FROM registry.region AS a
                        JOIN registry.region AS b ON b.code = a.code AND b.valid_from > a.valid_from
                        WHERE b.valid_from < a.valid_to
                        """).query(Long.class).single();
        assertThat(overlaps).isZero();
    }

    @Test
    void every_region_below_a_province_has_its_parent_in_the_table() {
        List<String> orphans = jdbc.sql("""
                        SELECT c.code
                        FROM registry.region AS c
                        WHERE c.parent IS NOT NULL
                          AND NOT EXISTS (SELECT FROM registry.region AS p WHERE p.code = c.parent)
                        """).query(String.class).list();
        assertThat(orphans).isEmpty();
    }

    @Test
    void all_four_levels_are_there() {
        assertThat(regions.children(null, TODAY, PAGE).total()).isEqualTo(31);
        assertThat(regions.children(RegionCode.of("350200"), TODAY, PAGE).items())
                .extracting(Region::nameZh)
                .containsExactly("思明区", "海沧区", "湖里区", "集美区", "同安区", "翔安区");
        assertThat(regions.children(RegionCode.of("350211"), TODAY, PAGE).items())
                .extracting(Region::nameZh)
                .contains("杏林街道", "后溪镇");
        assertThat(jdbc.sql("SELECT count(*) FROM registry.region")
                        .query(Long.class)
                        .single())
                .isGreaterThan(44_000);
    }

    @Test
    void townships_of_a_prefecture_without_counties_stand_directly_below_it() {
        Region nancheng = regions.find(RegionCode.of("441900004"), TODAY).orElseThrow();
        assertThat(nancheng.parent()).isEqualTo(RegionCode.of("441900"));
        assertThat(nancheng.path()).isEqualTo("/44/4419/441900004/");
        assertThat(nancheng.lineage()).extracting(RegionCode::significant).containsExactly("44", "4419", "441900004");
    }

    @Test
    void a_name_tells_the_regions_around_it_and_leaves_out_those_that_only_group_codes() {
        RegionCode xinglin = RegionCode.of("350211003");
        RegionCode dongcheng = RegionCode.of("110101");
        var names = regions.names(List.of(xinglin, dongcheng));
        assertThat(Objects.requireNonNull(names.get(xinglin)).in(Locale.CHINESE))
                .isEqualTo("福建省厦门市集美区杏林街道");
        assertThat(Objects.requireNonNull(names.get(xinglin)).in(Locale.ENGLISH))
                .isEqualTo("Xinglin Subdistrict, Jimei District, Xiamen, Fujian");
        assertThat(Objects.requireNonNull(names.get(dongcheng)).in(Locale.CHINESE))
                .isEqualTo("北京市东城区");
    }

    @Test
    void searching_by_name_finds_chinese_and_english_the_widest_first() {
        assertThat(regions.named("厦门", null, TODAY, PAGE).items().getFirst().code())
                .isEqualTo(RegionCode.of("350200"));
        assertThat(regions.named("jimei d", RegionLevel.COUNTY, TODAY, PAGE).items())
                .extracting(Region::nameZh)
                .containsExactly("集美区");
        assertThat(regions.named("%", null, TODAY, PAGE).items()).isEmpty();
    }

    @Test
    void pages_of_children_follow_each_other_without_gap_or_repetition() {
        var first = regions.named("城关镇", null, TODAY, new PageRequest(10, null, false));
        var second = regions.named("城关镇", null, TODAY, new PageRequest(10, first.next(), false));
        var both = regions.named("城关镇", null, TODAY, new PageRequest(20, null, false));
        assertThat(both.items())
                .startsWith(first.items().toArray(Region[]::new))
                .endsWith(second.items().toArray(Region[]::new));
    }

    @Test
    void a_centre_is_that_of_the_nearest_region_around_that_has_one() {
        assertThat(regions.centre(RegionCode.of("350211003"))).isEqualTo(regions.centre(RegionCode.of("350211")));
        assertThat(regions.centre(RegionCode.of("350211"))).contains(new GeoPoint(24.58, 118.10));
        assertThat(regions.centre(RegionCode.of("542521"))).isEqualTo(regions.centre(RegionCode.of("540000")));
    }

    @Test
    void the_table_is_loaded_once_per_edition() {
        assertThat(jdbc.sql("SELECT count(*) FROM registry.region_edition")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private @Nullable String nameOn(String code, LocalDate day) {
        return regions.find(RegionCode.of(code), day).map(Region::nameZh).orElse(null);
    }
}
