package org.suyuan.epcis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the standard forbids cannot be built, and the refusal says what was found and what was expected. */
class EventRulesTest {

    private static final String ITEM = "urn:epc:id:sgtin:6912345.001111.1";
    private static final String PALLET = "urn:epc:id:sscc:6912345.0000000001";
    private static final QuantityElement LOT =
            new QuantityElement("urn:epc:class:lgtin:6912345.001111.L1", new BigDecimal("5"), "KGM");
    private static final EventCore CORE =
            EventCore.at(DateTimeStamp.of("2026-09-18T06:30:00+08:00"), new TimeZoneOffset("+08:00"));

    @Test
    void an_object_event_names_things_or_carries_sensor_data_from_a_read_point() {
        refused(() -> object(CORE, Action.OBSERVE, List.of(), List.of()), "epcList: []");
        assertThatCode(() -> object(CORE, Action.OBSERVE, List.of(ITEM), List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> object(CORE, Action.OBSERVE, List.of(), List.of(LOT)))
                .doesNotThrowAnyException();
        EventCore sensing = new EventCore(
                CORE.statement(),
                CORE.when(),
                new EventCore.Where(new ReadPoint("urn:epc:id:sgln:6912345.00001.5"), null),
                CORE.why(),
                List.of(new SensorElement(null, List.of(temperature()), List.of())),
                List.of(),
                CORE.context());
        assertThatCode(() -> object(sensing, Action.OBSERVE, List.of(), List.of()))
                .doesNotThrowAnyException();
        refused(
                () -> object(sensing.with(EventCore.Where.UNSAID), Action.OBSERVE, List.of(), List.of()),
                "epcList: []");
    }

    @Test
    void master_data_of_a_lot_comes_only_with_its_beginning() {
        List<Extension> ilmd = List.of(new Extension(
                new ExtensionName("cbvmda:lotNumber", "urn:epcglobal:cbv:mda:", "lotNumber"),
                new ExtensionValue.Text("L1")));
        assertThatCode(() -> new ObjectEvent(CORE, Action.ADD, List.of(ITEM), List.of(), ilmd))
                .doesNotThrowAnyException();
        refused(() -> new ObjectEvent(CORE, Action.OBSERVE, List.of(ITEM), List.of(), ilmd), "ilmd: present");
        refused(() -> new ObjectEvent(CORE, Action.DELETE, List.of(ITEM), List.of(), ilmd), "not DELETE");
    }

    @Test
    void packing_needs_a_parent_and_children_and_emptying_only_a_parent() {
        assertThatCode(() -> pack(Action.ADD, List.of(ITEM))).doesNotThrowAnyException();
        assertThatCode(() -> pack(Action.DELETE, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> new AggregationEvent(CORE, Action.OBSERVE, null, List.of(ITEM), List.of()))
                .doesNotThrowAnyException();
        refused(() -> pack(Action.ADD, List.of()), "childEPCs: []");
        refused(() -> pack(Action.OBSERVE, List.of()), "childEPCs: []");
        refused(() -> new AggregationEvent(CORE, Action.ADD, null, List.of(ITEM), List.of()), "parentID: absent");
        refused(() -> new AggregationEvent(CORE, Action.DELETE, null, List.of(ITEM), List.of()), "parentID: absent");
        refused(() -> pack(Action.ADD, List.of(ITEM, PALLET)), "a parent that is not its own child");
        refused(() -> new AssociationEvent(CORE, Action.ADD, PALLET, List.of(), List.of()), "childEPCs: []");
    }

    @Test
    void a_transformation_has_both_sides_or_a_transformation_id() {
        assertThatCode(() -> transform(null, List.of(LOT), List.of(LOT))).doesNotThrowAnyException();
        assertThatCode(() -> transform("urn:epc:id:gdti:6912345.00002.T1", List.of(LOT), List.of()))
                .doesNotThrowAnyException();
        refused(() -> transform(null, List.of(LOT), List.of()), "no output");
        refused(() -> transform(null, List.of(), List.of(LOT)), "no input");
        refused(() -> transform("urn:epc:id:gdti:6912345.00002.T1", List.of(), List.of()), "an input or an output");
    }

    @Test
    void a_transaction_event_names_transactions() {
        refused(() -> new TransactionEvent(CORE, Action.ADD, null, List.of(ITEM), List.of()), "bizTransactionList: []");
        EventCore core = CORE.with(new EventCore.Why(
                null,
                null,
                null,
                List.of(new BizTransaction(null, "urn:epcglobal:cbv:bt:6912345000017:7")),
                List.of(),
                List.of()));
        assertThatCode(() -> new TransactionEvent(core, Action.ADD, null, List.of(ITEM), List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> new TransactionEvent(core, Action.DELETE, null, List.of(), List.of()))
                .doesNotThrowAnyException();
        refused(() -> new TransactionEvent(core, Action.ADD, null, List.of(), List.of()), "epcList: []");
    }

    @Test
    void a_term_of_one_vocabulary_does_not_stand_in_for_another() {
        refused(
                () -> new EventCore.Why(Disposition.ACTIVE.term(), null, null, List.of(), List.of(), List.of()),
                "bizStep: active");
    }

    @Test
    void amounts_are_not_negative_and_stay_in_reason() {
        refused(() -> new QuantityElement("urn:a:b", new BigDecimal("-3"), null), "quantity: -3 (expected: >= 0)");
        refused(() -> new QuantityElement("urn:a:b", new BigDecimal("1e99999"), null), "at most 64 digits");
        refused(() -> new QuantityElement("no uri", null, null), "epcClass: no uri (expected: an absolute URI)");
    }

    @Test
    void an_event_can_be_named_without_touching_the_rest() {
        ObjectEvent event = object(CORE, Action.ADD, List.of(ITEM), List.of());
        EpcisEvent named = event.withEventID("urn:uuid:1").withRecordTime(DateTimeStamp.of("2026-09-18T00:00:00Z"));
        assertThat(named.eventID()).contains("urn:uuid:1");
        assertThat(named.withCore(CORE)).isEqualTo(event);
    }

    private static ObjectEvent object(EventCore core, Action action, List<String> epcs, List<QuantityElement> lots) {
        return new ObjectEvent(core, action, epcs, lots, List.of());
    }

    private static AggregationEvent pack(Action action, List<String> children) {
        return new AggregationEvent(CORE, action, PALLET, children, List.of());
    }

    private static TransformationEvent transform(
            @org.jspecify.annotations.Nullable String id, List<QuantityElement> in, List<QuantityElement> out) {
        return new TransformationEvent(CORE, id, List.of(), in, List.of(), out, List.of());
    }

    private static SensorReport temperature() {
        return new SensorReport(
                new CbvTerm(CbvVocabulary.MEASUREMENT_TYPE, "Temperature"),
                null,
                SensorReport.Origin.UNSAID,
                SensorReport.Subject.UNSAID,
                SensorReport.Reading.UNSAID,
                List.of());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable maker, String part) {
        assertThatThrownBy(maker)
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining(part)
                .hasMessageContaining("(expected: ")
                .hasMessageContaining("[");
    }
}
