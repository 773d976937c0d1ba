package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.CaptureOutcome;
import org.suyuan.events.Captures;
import org.suyuan.events.ErrorBehaviour;
import org.suyuan.events.UnitIndex;
import org.suyuan.events.UnitStory;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.PlatformTest;

/** The beginning of the golden incident, a tenth of its size, through capture: three farms, two tanks, lots A, B and C. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenIncidentTest {
    private static final String YOGHURT = "06977001000015";
    private static final String DRINK = "06977001000022";
    private static final String MILK = "06977002000014";
    private static final String CULTURE = "06977003000013";
    private static final int CASES = 100;
    private static final int CUPS_A_CASE = 24;
    private static final int CASES_A_PALLET = 50;
    private static final Instant LATER = Instant.parse("2026-09-30T00:00:00Z");

    @Autowired
    Captures captures;

    @Autowired
    Traces traces;

    @Autowired
    UnitIndex index;

    private final Actor officer = new Actor(
            new ActorId(new UUID(7, 7)),
            "officer",
            Set.of(Permission.EVENTS_CAPTURE, Permission.TRACE_READ),
            new Scope.Everything());

    @BeforeAll
    void theWorldUpToTheFirstComplaint() {
        List<String> events = new ArrayList<>();
        events.add(made(
                "2026-09-07T16:00:00", quantities(milk("F1"), 3000, milk("F2"), 2000), quantity(milk("T1"), 5000)));
        events.add(made("2026-09-07T16:10:00", quantities(milk("F3"), 2500), quantity(milk("T2"), 2500)));
        events.add(production("2026-09-08T08:00:00", milk("T1"), YOGHURT, "A", 0, CASES * CUPS_A_CASE));
        events.add(production("2026-09-08T12:00:00", milk("T2"), YOGHURT, "B", 10_000, 1_200));
        events.add(production("2026-09-09T08:00:00", milk("T1"), DRINK, "C", 0, 600));
        for (int box = 0; box < CASES; box++) {
            events.add(packed("2026-09-08T10:00:00", sscc(box), cups(box * CUPS_A_CASE, CUPS_A_CASE)));
        }
        for (int pallet = 0; pallet < CASES / CASES_A_PALLET; pallet++) {
            List<String> boxes = IntStream.range(pallet * CASES_A_PALLET, (pallet + 1) * CASES_A_PALLET)
                    .mapToObj(GoldenIncidentTest::sscc)
                    .toList();
            events.add(packed("2026-09-08T11:00:00", sscc(9_000 + pallet), boxes));
            events.add(seen("2026-09-09T06:00:00", "shipping", "6977001000008", List.of(sscc(9_000 + pallet))));
            events.add(seen("2026-09-09T15:00:00", "receiving", "6977009000017", List.of(sscc(9_000 + pallet))));
            events.add(aggregation("2026-09-10T06:00:00", "DELETE", "unpacking", sscc(9_000 + pallet), List.of()));
            for (int shop = 0; shop < 5; shop++) {
                int first = pallet * CASES_A_PALLET + shop * 10;
                events.add(seen(
                        "2026-09-11T0%d:00:00".formatted(shop + 1),
                        "receiving",
                        CheckDigit.append("6977010%05d".formatted(1 + pallet * 5 + shop)),
                        boxes.subList(shop * 10, shop * 10 + 10)));
                events.add(aggregation("2026-09-11T12:00:00", "DELETE", "unpacking", sscc(first), List.of()));
            }
        }
        events.add(seen("2026-09-12T09:00:00", "retail_selling", "6977010000013", cups(0, 3)));
        Collections.reverse(events);
        capture(events);
    }

    @Test
    void backward_from_one_cup_finds_the_farms_of_its_tank_and_no_other() {
        Set<String> units = unitsOf(graph(cup(5), Direction.BACKWARD));
        assertThat(units)
                .contains(lot(YOGHURT, "A"), lot(MILK, "T1"), lot(MILK, "F1"), lot(MILK, "F2"), lot(CULTURE, "S7"))
                .doesNotContain(lot(MILK, "F3"), lot(MILK, "T2"), lot(DRINK, "C"), lot(YOGHURT, "B"));
    }

    @Test
    void forward_from_the_milk_of_one_farm_finds_lot_a_at_the_shops_and_lot_c_nobody_complained_about() {
        Traces.NamedGraph forward = graph(lot(MILK, "F2"), Direction.FORWARD);
        assertThat(unitsOf(forward))
                .contains(lot(YOGHURT, "A"), lot(DRINK, "C"))
                .doesNotContain(lot(YOGHURT, "B"));
        long items = forward.graph().nodes().stream()
                .filter(node -> node.series().kind() == Series.Kind.NUMERIC)
                .mapToLong(node -> node.units().size())
                .sum();
        assertThat(items).isEqualTo(CASES * CUPS_A_CASE + 600);
        Set<String> shops = forward.graph().events().stream()
                .map(fact -> String.valueOf(fact.detail().place()))
                .filter(place -> place.contains("/414/6977010"))
                .collect(Collectors.toSet());
        assertThat(shops).hasSize(10);
        assertThat(forward.graph().truncated()).isFalse();
        assertThat(forward.graph().nodes()).as("groups, not items").hasSizeLessThan(60);
        assertThat(forward.graph().anomalies()).isEmpty();
    }

    @Test
    void the_story_of_a_cup_leads_through_its_case_and_pallet_in_the_order_of_event_times() {
        UnitStory story =
                traces.timeline(officer, UnitSyntax.unit(cup(1)), LATER).orElseThrow();
        assertThat(story.steps())
                .extracting(UnitStory.Step::bizStep, step -> step.via().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("commissioning", 0),
                        org.assertj.core.groups.Tuple.tuple("packing", 0),
                        org.assertj.core.groups.Tuple.tuple("packing", 1),
                        org.assertj.core.groups.Tuple.tuple("shipping", 2),
                        org.assertj.core.groups.Tuple.tuple("receiving", 2),
                        org.assertj.core.groups.Tuple.tuple("unpacking", 2),
                        org.assertj.core.groups.Tuple.tuple("receiving", 1),
                        org.assertj.core.groups.Tuple.tuple("unpacking", 1),
                        org.assertj.core.groups.Tuple.tuple("retail_selling", 0));
        assertThat(story.steps().getFirst().lot()).isEqualTo(UnitSyntax.unit(lot(YOGHURT, "A")));
        assertThat(story.steps().getFirst().bestBefore()).hasToString("2026-09-29");
        assertThat(story.anomalies()).isEmpty();
    }

    @Test
    void the_story_up_to_a_time_ends_there() {
        UnitStory story = traces.timeline(officer, UnitSyntax.unit(cup(1)), Instant.parse("2026-09-09T00:00:00Z"))
                .orElseThrow();
        assertThat(story.steps()).extracting(UnitStory.Step::bizStep).endsWith("shipping");
    }

    @Test
    void an_operator_gets_only_what_it_took_part_in() {
        Actor stranger = new Actor(
                new ActorId(new UUID(7, 8)),
                "stranger",
                Set.of(Permission.TRACE_READ),
                new Scope.OwnOperator(new OperatorId(new UUID(7, 9))));
        assertThat(traces.timeline(stranger, UnitSyntax.unit(cup(1)), LATER)).isEmpty();
        assertThat(traces.graph(stranger, UnitSyntax.unit(cup(1)), Direction.BOTH, LATER))
                .isEmpty();
    }

    @Test
    void a_cup_that_no_event_names_has_no_story() {
        assertThat(traces.timeline(officer, UnitSyntax.unit(cup(999_999)), LATER))
                .isEmpty();
    }

    @Test
    void events_are_found_by_the_units_they_name_and_the_lot_they_commission() {
        assertThat(touching(lot(YOGHURT, "A"), UnitIndex.Role.LOT_OF_ITEMS)).hasSize(1);
        assertThat(touching(milk("T1"), UnitIndex.Role.INPUT)).hasSize(2);
        assertThat(touching(sscc(0), UnitIndex.Role.PARENT)).hasSize(2);
        assertThat(touching(sscc(0), UnitIndex.Role.EPC)).hasSize(1);
        assertThat(touching(cup(1), UnitIndex.Role.EPC)).hasSize(1);
    }

    private List<Long> touching(String unit, UnitIndex.Role role) {
        return index.touching(List.of(UnitSyntax.unit(unit)), EnumSet.of(role), Long.MAX_VALUE, 100);
    }

    private Traces.NamedGraph graph(String unit, Direction direction) {
        return traces.graph(officer, UnitSyntax.unit(unit), direction, LATER).orElseThrow();
    }

    private static Set<String> unitsOf(Traces.NamedGraph graph) {
        return graph.named().values().stream()
                .flatMap(List::stream)
                .map(TraceUnit::uri)
                .collect(Collectors.toSet());
    }

    private void capture(List<String> events) {
        String document = """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                    {"cbvmda": "urn:epcglobal:cbv:mda"}],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-21T00:00:00Z",
                 "epcisBody": {"eventList": [%s]}}""".formatted(String.join(",", events));
        CaptureOutcome outcome = captures.capture(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), ErrorBehaviour.ROLLBACK, officer);
        assertThat(outcome).isInstanceOf(CaptureOutcome.Judged.class);
        assertThat(((CaptureOutcome.Judged) outcome).job().errors()).isEmpty();
    }

    private static String lot(String gtin, String number) {
        return "https://id.gs1.org/01/" + gtin + "/10/" + number;
    }

    private static String milk(String number) {
        return lot(MILK, number);
    }

    private static String cup(int serial) {
        return "https://id.gs1.org/01/" + YOGHURT + "/21/" + (100_000 + serial);
    }

    private static List<String> cups(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(GoldenIncidentTest::cup)
                .toList();
    }

    private static String sscc(int number) {
        return "https://id.gs1.org/00/" + CheckDigit.append("36977001%09d".formatted(number));
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String quantity(String lot, int amount) {
        return "{\"epcClass\": \"%s\", \"quantity\": %d, \"uom\": \"KGM\"}".formatted(lot, amount);
    }

    private static List<String> quantities(Object... lotsAndAmounts) {
        return IntStream.range(0, lotsAndAmounts.length / 2)
                .mapToObj(i -> quantity((String) lotsAndAmounts[2 * i], (Integer) lotsAndAmounts[2 * i + 1]))
                .toList();
    }

    private static String made(String time, List<String> inputs, String output) {
        return """
                {"type": "TransformationEvent", "eventTime": "%s+08:00", "eventTimeZoneOffset": "+08:00",
                 "bizStep": "commissioning", "inputQuantityList": %s, "outputQuantityList": [%s]}""".formatted(time, inputs, output);
    }

    private static String production(String time, String tank, String gtin, String lot, int first, int count) {
        List<String> items = IntStream.range(first, first + count)
                .mapToObj(i -> "https://id.gs1.org/01/" + gtin + "/21/" + (100_000 + i))
                .toList();
        return """
                {"type": "TransformationEvent", "eventTime": "%s+08:00", "eventTimeZoneOffset": "+08:00",
                 "bizStep": "commissioning", "inputQuantityList": %s, "outputEPCList": %s,
                 "ilmd": {"cbvmda:lotNumber": "%s", "cbvmda:itemExpirationDate": "2026-09-29"}}""".formatted(
                time,
                Stream.of(quantity(tank, 450), quantity(lot(CULTURE, "S7"), 2)).toList(),
                texts(items),
                lot);
    }

    private static String packed(String time, String parent, List<String> children) {
        return aggregation(time, "ADD", "packing", parent, children);
    }

    private static String aggregation(String time, String action, String step, String parent, List<String> children) {
        return """
                {"type": "AggregationEvent", "action": "%s", "eventTime": "%s+08:00", "eventTimeZoneOffset": "+08:00",
                 "bizStep": "%s", "parentID": "%s", "childEPCs": %s}""".formatted(action, time, step, parent, texts(children));
    }

    private static String seen(String time, String step, String gln, List<String> units) {
        return """
                {"type": "ObjectEvent", "action": "OBSERVE", "eventTime": "%s+08:00", "eventTimeZoneOffset": "+08:00",
                 "bizStep": "%s", "epcList": %s, "bizLocation": {"id": "https://id.gs1.org/414/%s"}}""".formatted(time, step, texts(units), gln);
    }
}
