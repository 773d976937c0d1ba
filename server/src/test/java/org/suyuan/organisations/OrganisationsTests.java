package org.suyuan.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.suyuan.organisations.OrganisationRegister.Founding;
import org.suyuan.organisations.OrganisationRegister.Hindrance;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.search.Searchable;
import org.suyuan.testing.PlatformTest;

/** The directory of bodies on a real database. */
@PlatformTest
@RecordApplicationEvents
class OrganisationsTests {
    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate REFORM = LocalDate.of(2015, 1, 1);

    @Autowired
    OrganisationRegister register;

    @Autowired
    Organisations organisations;

    @Autowired
    List<Searchable> searchables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Organisation city;
    private Organisation district;
    private Organisation office;

    @BeforeEach
    void a_city_a_district_and_a_township_office() {
        city = found(Bodies.authority(Bodies.name("厦门市局"), OrganisationLevel.PREFECTURE, "3502", null));
        district = found(Bodies.authority(Bodies.name("集美区局"), OrganisationLevel.COUNTY, "350211", city.id()));
        office = found(Bodies.authority(Bodies.name("杏林所"), OrganisationLevel.TOWNSHIP, "350211003000", district.id()));
    }

    private Organisation found(Founding founding) {
        return register.found(Bodies.MINISTRY, founding);
    }

    @Test
    void a_paper_of_the_past_shows_the_name_of_its_day() {
        String before = city.name();
        register.rename(Bodies.MINISTRY, city.id(), seen -> {}, Bodies.on(REFORM), "新名市场监督管理局", "新名");
        assertThat(organisations.nameOn(city.id(), REFORM.minusDays(1))).contains(before);
        assertThat(organisations.nameOn(city.id(), REFORM)).contains("新名市场监督管理局");
        assertThat(organisations.nameOn(city.id(), Bodies.FOUNDED.minusYears(5)))
                .contains(before);
        assertThat(events.stream(OrganisationRenamed.class))
                .containsExactly(new OrganisationRenamed(city.id(), before, "新名市场监督管理局", REFORM));
    }

    @Test
    void what_is_decided_for_next_year_is_known_and_not_yet_true() {
        LocalDate next = TODAY.plusYears(1);
        register.rename(Bodies.MINISTRY, city.id(), seen -> {}, Bodies.on(next), "明年的名字", null);
        assertThat(organisations.find(city.id()).orElseThrow().name()).isEqualTo(city.name());
        assertThat(organisations.find(city.id(), next).orElseThrow().name()).isEqualTo("明年的名字");
        Organisation planned =
                found(Bodies.authority(Bodies.name("新区局"), OrganisationLevel.COUNTY, "350213", city.id(), next));
        assertThat(planned.status()).isEqualTo(OrganisationStatus.PLANNED);
        assertThat(organisations.find(planned.id(), next).orElseThrow().status())
                .isEqualTo(OrganisationStatus.ACTIVE);
    }

    @Test
    void the_bodies_below_move_with_their_parent_from_that_day_on() {
        Organisation other = found(Bodies.authority(Bodies.name("漳州市局"), OrganisationLevel.PREFECTURE, "3506", null));
        register.move(Bodies.MINISTRY, district.id(), seen -> {}, Bodies.on(REFORM), other.id(), null, null);
        assertThat(organisations
                        .find(office.id(), REFORM.minusDays(1))
                        .orElseThrow()
                        .path())
                .isEqualTo(city.path() + district.id() + "/" + office.id() + "/");
        assertThat(organisations.find(office.id()).orElseThrow().path())
                .isEqualTo(other.path() + district.id() + "/" + office.id() + "/");
        assertThat(organisations.withAllBelow(other.id()))
                .containsExactlyInAnyOrder(other.id(), district.id(), office.id());
        assertThat(organisations.withAllBelow(city.id())).containsExactly(city.id());
        assertThat(events.stream(OrganisationMoved.class))
                .containsExactly(new OrganisationMoved(district.id(), REFORM));
    }

    @Test
    void tasks_of_a_merged_body_are_its_successors_in_the_end() {
        Organisation second = found(Bodies.laboratory(Bodies.name("二所"), null, Bodies.FOUNDED));
        Organisation third = found(Bodies.laboratory(Bodies.name("三所"), null, Bodies.FOUNDED));
        Organisation first = found(Bodies.laboratory(Bodies.name("一所"), null, Bodies.FOUNDED));
        merge(first.id(), second.id(), REFORM);
        merge(second.id(), third.id(), REFORM.plusYears(2));
        assertThat(organisations.successor(first.id()).orElseThrow().id()).isEqualTo(third.id());
        assertThat(organisations.find(first.id()).orElseThrow().status()).isEqualTo(OrganisationStatus.CLOSED);
        assertThat(organisations.find(first.id()).orElseThrow().successor()).isEqualTo(second.id());
        assertThat(events.stream(OrganisationMerged.class)).hasSize(2);
        register.close(Bodies.MINISTRY, third.id(), seen -> {}, Bodies.on(REFORM.plusYears(5)));
        assertThat(organisations.successor(first.id())).isEmpty();
        assertThat(events.stream(OrganisationClosed.class)).hasSize(1);
    }

    private void merge(OrganisationId id, OrganisationId into, LocalDate day) {
        assertThat(register.merge(Bodies.MINISTRY, id, seen -> {}, Bodies.on(day), into))
                .isPresent();
    }

    @Test
    void contradictory_decisions_are_refused_by_name_and_change_nothing() {
        assertRefused("same-day", () -> rename(city, Bodies.FOUNDED, "另一个名字"));
        assertRefused("before-founding", () -> rename(city, Bodies.FOUNDED.minusDays(1), "另一个名字"));
        assertRefused("unchanged", () -> rename(city, REFORM, city.name()));
        assertRefused(
                "children-alive", () -> register.close(Bodies.MINISTRY, district.id(), seen -> {}, Bodies.on(REFORM)));
        assertRefused("cycle", () -> move(city, REFORM, city.id(), null));
        assertRefused(
                "parent-level",
                () -> found(Bodies.authority(Bodies.name("同安区局"), OrganisationLevel.COUNTY, "350212", district.id())));
        assertRefused("level-fits-region", () -> move(district, REFORM, null, "350203001000"));
        assertRefused("region-in-force", () -> move(district, REFORM, null, "350204"));
        assertRefused("known", () -> move(district, REFORM, new OrganisationId(UUID.randomUUID()), null));
        assertRefused(
                "parent-alive",
                () -> found(Bodies.laboratory(Bodies.name("早所"), city.id(), Bodies.FOUNDED.minusYears(1))));
        Organisation late = found(Bodies.laboratory(Bodies.name("晚所"), null, REFORM.plusDays(1)));
        Organisation early = found(Bodies.laboratory(Bodies.name("先所"), null, Bodies.FOUNDED));
        assertRefused("successor-alive", () -> merge(early.id(), late.id(), REFORM));
        merge(early.id(), late.id(), REFORM.plusDays(1));
        assertRefused("ended-already", () -> merge(early.id(), late.id(), REFORM.plusDays(2)));
        assertRefused("after-end", () -> rename(early, REFORM.plusDays(1), "另一个名字"));
        assertThat(organisations.find(district.id())).contains(district);
        assertThat(register.history(Bodies.MINISTRY, district.id())).hasSize(1);
    }

    private void rename(Organisation body, LocalDate day, String name) {
        register.rename(Bodies.MINISTRY, body.id(), seen -> {}, Bodies.on(day), name, null);
    }

    private void move(Organisation body, LocalDate day, @Nullable OrganisationId parent, @Nullable String region) {
        register.move(Bodies.MINISTRY, body.id(), seen -> {}, Bodies.on(day), parent, region, null);
    }

    private static void assertRefused(String rule, ThrowingCallable deciding) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(deciding)
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("rule").containsExactly(rule));
    }

    @Test
    void decisions_cannot_be_rewritten_even_in_the_database() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE organisations.decision SET reason = 'x'")
                        .update())
                .withMessageContaining("append-only");
    }

    @Test
    void every_decision_is_in_the_audit_trail_with_its_reason() {
        rename(city, REFORM, Bodies.name("审计后"));
        assertThat(jdbc.sql("""
                        SELECT e.action || ' ' || e.reason || ' ' || e.legal_basis
                        FROM audit.entry AS e
                        WHERE e.subject_id = :id
                        ORDER BY e.id
                        """)
                        .param("id", city.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "organisations.organisation.founded 机构改革 试验文件〔2010〕1号",
                        "organisations.organisation.renamed 机构改革 试验文件〔2010〕1号");
    }

    @Test
    void one_decides_within_ones_jurisdiction_and_reads_everywhere() {
        Organisation elsewhere =
                found(Bodies.authority(Bodies.name("漳州局"), OrganisationLevel.PREFECTURE, "3506", null));
        assertRefused(
                "jurisdiction", () -> register.close(Bodies.XIAMEN, elsewhere.id(), seen -> {}, Bodies.on(REFORM)));
        assertRefused(
                "jurisdiction",
                () -> register.found(
                        Bodies.XIAMEN, Bodies.authority("漳浦局", OrganisationLevel.COUNTY, "350623", elsewhere.id())));
        assertRefused(
                "jurisdiction",
                () -> register.move(Bodies.XIAMEN, district.id(), seen -> {}, Bodies.on(REFORM), null, "350623", null));
        assertThat(register.find(Bodies.XIAMEN, elsewhere.id(), TODAY)).isPresent();
        assertThat(register.hindrance(Bodies.XIAMEN, elsewhere)).contains(Hindrance.OUTSIDE_JURISDICTION);
        assertThat(register.hindrance(Bodies.XIAMEN, district)).isEmpty();
    }

    @Test
    void those_who_administer_access_read_the_directory_and_decide_nothing() {
        Actor access = Bodies.actor("access", new Scope.Nothing(), Permission.ORGANISATIONS_READ);
        assertThat(register.find(access, city.id(), TODAY)).isPresent();
        Actor tooMuch = Bodies.officer("too-much", new Scope.Nothing());
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> register.close(tooMuch, city.id(), seen -> {}, Bodies.on(REFORM)));
        Actor nobody = new Actor(access.id(), "nobody", Set.of(), new Scope.Everything());
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> register.list(nobody, OrganisationFilter.ALL, new PageRequest(1, null, false)));
    }

    @Test
    void the_body_in_charge_of_a_place_is_the_one_whose_region_it_lies_in() {
        Organisation haicang =
                found(Bodies.authority(Bodies.name("海沧区局"), OrganisationLevel.COUNTY, "350205", city.id()));
        assertThat(organisations.responsible("/35/3502/350205/350205002/", OrganisationLevel.COUNTY))
                .contains(haicang);
        assertThat(organisations.responsible("/35/3502/350205/350205002/", OrganisationLevel.TOWNSHIP))
                .isEmpty();
        assertThat(organisations.responsible("customs", "/35/3502/350205/", OrganisationLevel.COUNTY))
                .isEmpty();
    }

    @Test
    void lists_are_narrowed_by_day_region_parent_and_standing() {
        OrganisationId root = city.id();
        Organisation closed =
                found(Bodies.authority(Bodies.name("灌口所"), OrganisationLevel.TOWNSHIP, "350211003000", district.id()));
        register.close(Bodies.MINISTRY, closed.id(), seen -> {}, Bodies.on(REFORM));
        assertThat(ids(filter(root, null, OrganisationStatus.ACTIVE, null)))
                .containsExactly(city.id(), district.id(), office.id());
        assertThat(ids(filter(root, null, OrganisationStatus.ACTIVE, REFORM.minusDays(1))))
                .contains(closed.id());
        assertThat(ids(filter(root, null, OrganisationStatus.CLOSED, null))).containsExactly(closed.id());
        assertThat(ids(filter(root, null, null, null))).hasSize(4);
        assertThat(ids(filter(root, new RegionCode("350211"), OrganisationStatus.ACTIVE, null)))
                .containsExactly(district.id(), office.id());
        assertThat(ids(OrganisationFilter.below(district.id(), null))).containsExactly(office.id());
    }

    private static OrganisationFilter filter(
            OrganisationId within,
            @Nullable RegionCode region,
            @Nullable OrganisationStatus status,
            @Nullable LocalDate at) {
        return new OrganisationFilter(
                null, null, null, region, null, within, false, status, at, OrganisationOrder.REGION);
    }

    private List<OrganisationId> ids(OrganisationFilter filter) {
        return register.list(Bodies.MINISTRY, filter, new PageRequest(100, null, false)).items().stream()
                .map(Organisation::id)
                .toList();
    }

    @Test
    void pages_in_every_order_show_each_body_once_and_the_export_shows_the_same() {
        for (int i = 0; i < 7; i++) {
            found(Bodies.laboratory(Bodies.name("检测所"), city.id(), Bodies.FOUNDED));
        }
        for (OrganisationOrder order : OrganisationOrder.values()) {
            OrganisationFilter filter =
                    new OrganisationFilter(null, null, null, null, null, city.id(), false, null, null, order);
            List<OrganisationId> seen = new ArrayList<>();
            String cursor = null;
            do {
                Page<Organisation> page = register.list(Bodies.MINISTRY, filter, new PageRequest(3, cursor, true));
                assertThat(page.total()).isEqualTo(10);
                page.items().forEach(body -> seen.add(body.id()));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen).hasSize(10).doesNotHaveDuplicates();
            List<OrganisationId> exported = new ArrayList<>();
            register.export(Bodies.MINISTRY, filter, lines -> lines.forEach(line -> exported.add(line.id())));
            assertThat(exported).isEqualTo(seen);
        }
    }

    @Test
    void a_body_is_found_by_the_name_on_an_old_stamp() {
        String old = city.name();
        rename(city, REFORM, Bodies.name("改革后的局"));
        Searchable search = searchables.stream()
                .filter(each -> each.kind().equals("organisation"))
                .findFirst()
                .orElseThrow();
        assertThat(search.find(Bodies.MINISTRY, old, 10, Locale.SIMPLIFIED_CHINESE))
                .extracting(Searchable.Hit::id)
                .containsExactly(city.id().toString());
        assertThat(search.find(Bodies.MINISTRY, "%", 10, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void a_credit_code_belongs_to_one_body_and_is_checked() {
        Founding bad = new Founding(
                "某所", null, "laboratory", null, "350203", null, "91350100M000100Y44", Bodies.on(Bodies.FOUNDED));
        assertRefused("check-digit", () -> found(bad));
        Founding good = new Founding(
                "某所", null, "laboratory", null, "350203", null, "91350100M000100Y43", Bodies.on(Bodies.FOUNDED));
        found(good);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> found(good))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(OrganisationsProblem.ORGANISATION_EXISTS));
    }

    @Test
    void a_new_ministry_is_a_row_that_whoever_sees_all_adds() {
        OrganisationType type = new OrganisationType(
                "grain-reserves", "粮食和物资储备", "grain and reserves", true, true, null, null, "《粮食流通管理条例》");
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> register.addType(Bodies.XIAMEN, type));
        register.addType(Bodies.MINISTRY, type);
        assertThat(organisations.types()).containsKey("grain-reserves");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> register.addType(Bodies.MINISTRY, type));
        Founding founding = new Founding(
                Bodies.name("粮食局"),
                null,
                "grain-reserves",
                OrganisationLevel.PREFECTURE,
                "3502",
                null,
                null,
                Bodies.on(Bodies.FOUNDED));
        assertThat(found(founding).authority()).isTrue();
    }
}
