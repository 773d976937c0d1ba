package org.suyuan.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suyuan.organisations.History.Consistent;
import org.suyuan.organisations.History.Contradicted;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;

/** One body's decisions and the periods that follow from them. */
class HistoryTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);
    private static final ActorId SOMEBODY = new ActorId(new UUID(1, 1));
    private static final OrganisationId OTHER = new OrganisationId(new UUID(2, 2));
    private static final Place CITY = new Place(new RegionCode("3502"), "/35/3502/");
    private static final Place DISTRICT = new Place(new RegionCode("350211"), "/35/3502/350211/");

    private static final Map<String, OrganisationType> TYPES = Map.of(
            "laboratory", new OrganisationType("laboratory", "检验检测机构", "laboratory", false, false, null, null, null),
            "market-regulation",
                    new OrganisationType(
                            "market-regulation", "市场监督管理", "market regulation", true, true, null, null, null),
            "industry-commerce",
                    new OrganisationType(
                            "industry-commerce",
                            "工商",
                            "industry and commerce",
                            true,
                            true,
                            null,
                            DAY.plusDays(20),
                            null));

    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void a_body_bears_each_name_until_the_next_takes_effect() {
        decide(0, founded("厦门市工商行政管理局"));
        decide(30, new Change.Renamed("厦门市市场监督管理局", null));
        assertThat(periods())
                .extracting(Period::from, Period::to, period -> period.facts().name())
                .containsExactly(
                        tuple(DAY, DAY.plusDays(30), "厦门市工商行政管理局"), tuple(DAY.plusDays(30), null, "厦门市市场监督管理局"));
    }

    @Test
    void a_renaming_recorded_late_falls_into_its_place() {
        decide(0, founded("甲局"));
        decide(30, new Change.Renamed("丙局", null));
        decide(10, new Change.Renamed("乙局", null));
        assertThat(periods()).extracting(period -> period.facts().name()).containsExactly("甲局", "乙局", "丙局");
    }

    @Test
    void two_names_for_one_day_contradict_each_other() {
        decide(0, founded("甲局"));
        decide(10, new Change.Renamed("乙局", null));
        decide(10, new Change.Renamed("丙局", null));
        assertThat(rule()).isEqualTo("same-day");
    }

    @Test
    void a_name_and_a_region_may_change_on_one_day() {
        decide(0, founded("甲局"));
        decide(10, new Change.Renamed("乙局", null));
        decide(10, new Change.Moved(null, DISTRICT, OrganisationLevel.COUNTY));
        assertThat(periods()).hasSize(2);
    }

    @Test
    void nothing_is_decided_before_the_founding_or_after_the_end() {
        decide(0, founded("甲局"));
        decide(-1, new Change.Renamed("乙局", null));
        assertThat(rule()).isEqualTo("before-founding");
        decisions.removeLast();
        decide(10, new Change.Closed());
        decide(10, new Change.Renamed("乙局", null));
        assertThat(rule()).isEqualTo("after-end");
        decisions.removeLast();
        decide(12, new Change.Merged(OTHER));
        assertThat(rule()).isEqualTo("ended-already");
    }

    @Test
    void a_body_lives_at_least_a_day() {
        decide(0, founded("甲局"));
        decide(0, new Change.Closed());
        assertThat(rule()).isEqualTo("before-founding");
    }

    @Test
    void a_bureau_of_a_city_does_not_sit_in_a_district() {
        decide(0, founded("甲局"));
        decide(10, new Change.Moved(null, DISTRICT, null));
        assertThat(rule()).isEqualTo("level-fits-region");
    }

    @Test
    void a_laboratory_has_no_level_and_an_authority_has_one() {
        decide(0, founded("甲局"));
        decide(10, new Change.Reclassified("laboratory", OrganisationLevel.PREFECTURE));
        assertThat(rule()).isEqualTo("level-none");
        decisions.removeLast();
        decide(10, new Change.Reclassified("laboratory", null));
        assertThat(periods()).hasSize(2);
        decide(20, new Change.Reclassified("market-regulation", null));
        assertThat(rule()).isEqualTo("level-required");
    }

    @Test
    void a_type_out_of_force_takes_no_new_bodies_but_keeps_those_it_has() {
        decide(0, founded("甲局"));
        decide(19, new Change.Reclassified("industry-commerce", OrganisationLevel.PREFECTURE));
        assertThat(periods()).hasSize(2);
        decisions.removeLast();
        decide(20, new Change.Reclassified("industry-commerce", OrganisationLevel.PREFECTURE));
        assertThat(rule()).isEqualTo("type-in-force");
    }

    @Test
    void an_address_that_follows_its_region_may_change_on_the_day_of_a_move() {
        decide(0, founded("甲局"));
        decide(10, new Change.Moved(null, DISTRICT, OrganisationLevel.COUNTY));
        Place recoded = new Place(new RegionCode("350215"), "/35/3502/350215/");
        decide(10, new Change.Followed(recoded));
        assertThat(periods()).extracting(period -> period.facts().place()).containsExactly(CITY, recoded);
    }

    /** Ten thousand decisions thrown at histories in any order, each compared with counting day by day. */
    @Test
    void periods_are_what_counting_day_by_day_gives_and_refusals_are_those_it_finds() {
        int kept = 0;
        int refused = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            decisions.clear();
            decide(0, founded("甲局"));
            for (int i = 0; i < 20; i++) {
                decide(random.nextInt(34) - 2, change(random));
                History history = History.of(decisions, TYPES);
                String broken = DayByDay.brokenRule(decisions);
                switch (history) {
                    case Consistent(List<Period> periods) -> {
                        assertThat(broken).as("seed %d, decision %d", seed, i).isNull();
                        assertSameDayByDay(periods);
                        kept++;
                    }
                    case Contradicted contradicted -> {
                        assertThat(broken)
                                .as("seed %d, decision %d: %s", seed, i, contradicted)
                                .isNotNull();
                        decisions.removeLast();
                        refused++;
                    }
                }
            }
        }
        assertThat(kept).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    private void assertSameDayByDay(List<Period> periods) {
        for (int day = -5; day < 40; day++) {
            LocalDate date = DAY.plusDays(day);
            List<Facts> found = periods.stream()
                    .filter(period -> period.includes(date))
                    .map(Period::facts)
                    .toList();
            Facts expected = DayByDay.facts(decisions, date);
            assertThat(found).as("%s: %s", date, decisions).isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    private static Change change(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Change.Renamed("局" + random.nextInt(4), random.nextBoolean() ? null : "简");
            case 2 -> new Change.Moved(OTHER, null, null);
            case 3 -> new Change.Moved(null, DISTRICT, OrganisationLevel.COUNTY);
            case 4 ->
                new Change.Moved(
                        null,
                        random.nextBoolean() ? CITY : DISTRICT,
                        random.nextBoolean() ? OrganisationLevel.PREFECTURE : null);
            case 5 -> new Change.Followed(random.nextBoolean() ? CITY : DISTRICT);
            case 6 -> new Change.Reclassified("laboratory", null);
            case 7 ->
                new Change.Reclassified(
                        random.nextBoolean() ? "market-regulation" : "industry-commerce",
                        random.nextBoolean() ? OrganisationLevel.PREFECTURE : OrganisationLevel.COUNTY);
            default ->
                random.nextInt(4) > 0
                        ? new Change.Moved(null, CITY, OrganisationLevel.PREFECTURE)
                        : random.nextBoolean() ? new Change.Closed() : new Change.Merged(OTHER);
        };
    }

    /** The oracle: no intervals, only days. */
    private static final class DayByDay {
        static @Nullable Facts facts(List<Decision> decisions, LocalDate date) {
            Facts facts = null;
            for (LocalDate day = DAY.minusDays(10); !day.isAfter(date); day = day.plusDays(1)) {
                for (Decision decision : decisions) {
                    if (decision.from().equals(day)) {
                        facts = decision.change().ends()
                                ? null
                                : facts == null && !(decision.change() instanceof Change.Founded)
                                        ? null
                                        : applied(facts, decision.change());
                    }
                }
            }
            return facts;
        }

        private static Facts applied(@Nullable Facts facts, Change change) {
            return change instanceof Change.Founded(Facts first)
                    ? first
                    : Objects.requireNonNull(facts).after(change);
        }

        static @Nullable String brokenRule(List<Decision> decisions) {
            LocalDate founded = decisions.getFirst().from();
            List<LocalDate> ends = decisions.stream()
                    .filter(decision -> decision.change().ends())
                    .map(Decision::from)
                    .toList();
            if (ends.size() > 1) {
                return "ended twice";
            }
            for (Decision one : decisions) {
                if (one.from().isBefore(founded)
                        || (one.change().ends() && one.from().equals(founded))) {
                    return "before its life";
                }
                if (!ends.isEmpty() && !one.change().ends() && !one.from().isBefore(ends.getFirst())) {
                    return "after its life";
                }
                for (Decision other : decisions) {
                    boolean sameThing = !Collections.disjoint(
                            one.change().facets(), other.change().facets());
                    if (one != other && one.from().equals(other.from()) && sameThing) {
                        return "twice on one day";
                    }
                }
                boolean obsolete = one.change() instanceof Change.Reclassified(String type, OrganisationLevel level)
                        && !Objects.requireNonNull(TYPES.get(type)).inForceOn(one.from());
                if (obsolete) {
                    return "obsolete type";
                }
            }
            for (int day = 0; day < 40; day++) {
                Facts facts = facts(decisions, DAY.plusDays(day));
                if (facts != null && !fits(facts)) {
                    return "level on day " + day;
                }
            }
            return null;
        }

        private static boolean fits(Facts facts) {
            OrganisationLevel level = facts.level();
            if (facts.type().equals("laboratory")) {
                return level == null;
            }
            return level == (facts.place().equals(CITY) ? OrganisationLevel.PREFECTURE : OrganisationLevel.COUNTY);
        }
    }

    private static Change founded(String name) {
        return new Change.Founded(new Facts(name, null, "market-regulation", OrganisationLevel.PREFECTURE, CITY, null));
    }

    private void decide(int day, Change change) {
        decisions.add(new Decision(
                decisions.size(), DAY.plusDays(day), change, Instant.EPOCH, SOMEBODY, "林晓", null, "试验", null));
    }

    private List<Period> periods() {
        return ((Consistent) History.of(decisions, TYPES)).periods();
    }

    private String rule() {
        return ((Contradicted) History.of(decisions, TYPES)).rule();
    }
}
