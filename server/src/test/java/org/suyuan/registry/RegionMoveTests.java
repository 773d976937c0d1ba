package org.suyuan.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** A district gets another code: exactly what lies in it follows. Each test has a district of its own. */
@RegistryTest
class RegionMoveTests {
    private static final LocalDate TODAY = LocalDate.now();
    private static final Actor EVERYWHERE = new Actor(
            new ActorId(UUID.randomUUID()),
            "everywhere",
            Set.of(
                    Permission.REGISTRY_READ,
                    Permission.REGISTRY_WRITE,
                    Permission.ORGANISATIONS_READ,
                    Permission.ORGANISATIONS_WRITE),
            new Scope.Everything());

    @LocalServerPort
    int port;

    @Autowired
    RegionMoves moves;

    @Autowired
    Regions regions;

    @Autowired
    Operators operators;

    @Autowired
    Sites sites;

    @Autowired
    Products products;

    @Autowired
    Lots lots;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    /** 永泰县 of 福州: 21 townships. */
    @Test
    void exactly_the_rows_below_the_old_path_get_the_new_one() {
        Operator dairy = operators.register(EVERYWHERE, Made.operator("350125"));
        Operator farm =
                operators.register(EVERYWHERE, Made.operator(township("350125").toString()));
        Operator neighbour = operators.register(EVERYWHERE, Made.operator("350124"));
        Site shop = sites.register(EVERYWHERE, Made.site(neighbour.id(), null, "350125"));
        Product yogurt = products.register(EVERYWHERE, Made.product(dairy.id(), Made.gtin(), null));
        Lot lot = lots.register(EVERYWHERE, Made.lot(yogurt.id(), "L1", null, null));
        signal("/35/3501/350125/");
        event("/35/3501/350125/");
        Organisation bureau = register.found(
                EVERYWHERE,
                new OrganisationRegister.Founding(
                        "永泰县市场监督管理局",
                        null,
                        "market-regulation",
                        OrganisationLevel.COUNTY,
                        "350125",
                        null,
                        null,
                        new OrganisationRegister.Order(LocalDate.of(2015, 1, 1), "设立", null)));
        Map<String, Long> before = rowsByPath();
        int townships = regions.children(new RegionCode("350125"), TODAY, page())
                .items()
                .size();

        RegionMoves.Moved moved = moves.move(EVERYWHERE, new RegionCode("350125"), recoded("350115", "永泰区", TODAY))
                .orElseThrow();

        assertThat(moved.regions()).isEqualTo(1 + townships);
        Map<String, Long> expected = new TreeMap<>();
        before.forEach((path, rows) -> expected.put(path.replace("/350125", "/350115"), rows));
        assertThat(rowsByPath()).isEqualTo(expected);
        assertThat(moved.rows()).isEqualTo(8);
        assertThat(operators.find(EVERYWHERE, farm.id()).orElseThrow().region().toString())
                .startsWith("350115");
        assertThat(lots.find(jurisdiction("/35/3501/350115/"), lot.id())).isPresent();
        assertThat(sites.find(jurisdiction("/35/3501/350115/"), shop.id())).isPresent();
        assertThat(sites.find(jurisdiction("/35/3501/350125/"), shop.id())).isEmpty();
        assertThat(operators.find(jurisdiction("/35/3501/350124/"), neighbour.id()))
                .isPresent();
        assertThat(organisations.find(bureau.id()).orElseThrow().regionPath()).isEqualTo("/35/3501/350115/");
        assertThat(organisations
                        .find(bureau.id(), TODAY.minusDays(1))
                        .orElseThrow()
                        .regionPath())
                .isEqualTo("/35/3501/350125/");
        assertThat(organisations.responsible("/35/3501/350115/", OrganisationLevel.COUNTY))
                .map(Organisation::id)
                .contains(bureau.id());
    }

    @Test
    void a_code_that_ended_stays_what_it_was_on_its_days() {
        RegionCode county = new RegionCode("350124");
        assertThat(moves.move(EVERYWHERE, county, recoded(null, "闽清区", TODAY))).isPresent();
        assertThat(regions.find(county, TODAY.minusDays(1)).orElseThrow().nameZh())
                .isEqualTo("闽清县");
        assertThat(regions.find(county, TODAY).orElseThrow().nameZh()).isEqualTo("闽清区");
        assertThat(regions.periods(List.of(county)).get(county)).hasSize(2);
        assertThat(requireNonNull(regions.names(List.of(county)).get(county)).zh())
                .isEqualTo("福建省福州市闽清区");
        assertThat(regions.children(county, TODAY, page()).items()).isNotEmpty();
    }

    @Test
    void a_centre_is_found_under_the_new_code() {
        RegionCode county = new RegionCode("350121");
        var centre = regions.centre(county);
        assertThat(moves.move(EVERYWHERE, county, recoded("350116", null, TODAY)))
                .isPresent();
        assertThat(regions.centre(new RegionCode("350116"))).isEqualTo(centre);
        assertThat(regions.find(county, TODAY)).isEmpty();
    }

    @Test
    void an_operator_whose_district_has_another_code_can_still_be_changed() {
        OperatorDraft draft = Made.operator("350123");
        Operator old = operators.register(EVERYWHERE, draft);
        jdbc.sql("UPDATE registry.operator SET valid_from = '2015-01-01' WHERE id = :id")
                .param("id", old.id().value())
                .update();
        assertThat(moves.move(EVERYWHERE, new RegionCode("350123"), recoded("350117", "罗源区", TODAY)))
                .isPresent();
        OperatorDraft same = new OperatorDraft(
                draft.uscc(),
                draft.nameZh(),
                "Another Name",
                draft.kinds(),
                "350117",
                null,
                draft.contact(),
                null,
                null,
                null,
                LocalDate.of(2015, 1, 1),
                null,
                null);
        assertThat(operators.change(EVERYWHERE, old.id(), seen -> {}, same)).isPresent();
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        assertRefused("region-move-taken", "350128", recoded("350102", null, TODAY));
        assertRefused("region-move-level", "350128", recoded("3501", null, TODAY));
        assertRefused("region-move-parent", "350128", recoded("350218", null, TODAY));
        assertRefused("region-move-same", "350128", recoded(null, null, TODAY));
        assertRefused("region-move-day", "350128", recoded(null, "平潭区", TODAY.plusDays(1)));
        assertThat(moves.move(EVERYWHERE, new RegionCode("350199"), recoded("350198", null, TODAY)))
                .isEmpty();
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(
                        () -> moves.move(TestActors.XIAMEN, new RegionCode("350211"), recoded("350214", null, TODAY)));
    }

    @Test
    void an_administrator_moves_a_region_over_http() {
        Http ministry = new Http(port, TestActors.MINISTRY);
        var moved = ministry.post("/regions/350122/moves", """
                {"nameZh": "连江区", "shortName": "连江", "from": "%s", "reason": "撤县设区"}""".formatted(TODAY));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().at("/region/nameZh").asString()).isEqualTo("连江区");
        assertThat(moved.json().at("/regions").asInt()).isEqualTo(1);
        assertThat(new Http(port, TestActors.XIAMEN)
                        .post("/regions/350122/moves", """
                                {"nameZh": "连江市", "from": "%s", "reason": "撤县设市"}""".formatted(TODAY))
                        .status())
                .isEqualTo(403);
    }

    private void assertRefused(String rule, String code, RegionMoves.Draft draft) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> moves.move(EVERYWHERE, new RegionCode(code), draft))
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("rule").containsExactly(rule));
    }

    private static RegionMoves.Draft recoded(@Nullable String code, @Nullable String name, LocalDate from) {
        return new RegionMoves.Draft(code, null, name, null, null, from, "撤县设区", "国函〔2026〕试1号");
    }

    private RegionCode township(String county) {
        return regions.children(new RegionCode(county), TODAY, page())
                .items()
                .getFirst()
                .code();
    }

    private static PageRequest page() {
        return new PageRequest(500, null, false);
    }

    private static Actor jurisdiction(String path) {
        return new Actor(
                new ActorId(UUID.randomUUID()),
                "officer",
                Set.of(Permission.REGISTRY_READ),
                new Scope.Jurisdiction(path));
    }

    /** Everything that scopes find by path, counted path by path. */
    private Map<String, Long> rowsByPath() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("""
                        SELECT 'operator ' || region_path AS path, count(*) AS rows FROM registry.operator GROUP BY region_path
                        UNION ALL
                        SELECT 'site ' || region_path, count(*) FROM registry.site GROUP BY region_path
                        UNION ALL
                        SELECT 'product ' || region_path, count(*) FROM registry.product GROUP BY region_path
                        UNION ALL
                        SELECT 'lot ' || region_path, count(*) FROM registry.lot GROUP BY region_path
                        UNION ALL
                        SELECT 'signal ' || region_path, count(*) FROM codes.signal GROUP BY region_path
                        UNION ALL
                        SELECT 'event ' || region_path, count(*) FROM events.event GROUP BY region_path
                        UNION ALL
                        SELECT 'body ' || region_path, count(*) FROM organisations.period WHERE is_last GROUP BY region_path
                        """).query(row -> {
            rows.put(row.getString("path"), row.getLong("rows"));
        });
        return rows;
    }

    private void signal(String path) {
        jdbc.sql("""
                        INSERT INTO codes.signal (id, kind, subject, count, first_seen, last_seen, evidence, region_path)
                        VALUES (gen_random_uuid(), 'GUESSING', :subject, 1, now(), now(), '{}', :path)
                        """)
                .param("subject", UUID.randomUUID().toString())
                .param("path", path)
                .update();
    }

    private void event(String path) {
        jdbc.sql("""
                        INSERT INTO events.event (seq, event_id, declaration, hash, type, event_time, record_time, capture_id,
                            captured_by, parties, region_path, body)
                        VALUES (nextval('events.event_seq'), :id, FALSE, sha256('x'), 'ObjectEvent', now(), now(),
                            gen_random_uuid(), gen_random_uuid(), '{}', :path, 'x')
                        """)
                .param("id", "urn:uuid:" + UUID.randomUUID())
                .param("path", path)
                .update();
    }
}
