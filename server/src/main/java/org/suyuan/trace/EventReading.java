package org.suyuan.trace;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.CapturedEvent;
import org.suyuan.shared.Amount;
import org.suyuan.trace.UnitNumbers.Mention;

/** What one EPCIS event says for tracing, its units still under their identifiers. */
final class EventReading {
    private final CapturedEvent captured;
    private final Identifiers identifiers;
    private final Detail detail;
    private final List<Named> named = new ArrayList<>();
    private Fact.Kind kind = Fact.Kind.OBSERVED;
    private @Nullable Mention parent;

    /**
     * The event names something in a role.
     *
     * @param amount null for single things and where not stated
     * @param lot the lot that the event makes it part of
     */
    private record Named(
            Role role,
            Mention mention,
            @Nullable Amount amount,
            @Nullable Mention lot) {}

    private EventReading(CapturedEvent captured, Identifiers identifiers) {
        this.captured = captured;
        this.identifiers = identifiers;
        this.detail = EventDetails.of(captured);
    }

    static EventReading of(CapturedEvent captured, Identifiers identifiers) {
        EventReading reading = new EventReading(captured, identifiers);
        reading.read(captured.event());
        return reading;
    }

    private void read(EpcisEvent event) {
        switch (event) {
            case ObjectEvent e -> {
                kind = switch (e.action()) {
                    case ADD -> Fact.Kind.COMMISSIONED;
                    case OBSERVE -> Fact.Kind.OBSERVED;
                    case DELETE -> Fact.Kind.DECOMMISSIONED;
                };
                things(e.action() == Action.DELETE ? Role.ENDED : Role.EPC, e.epcList(), e.quantityList());
            }
            case AggregationEvent e -> {
                kind = switch (e.action()) {
                    case ADD -> Fact.Kind.PACKED;
                    case OBSERVE -> Fact.Kind.OBSERVED;
                    case DELETE -> Fact.Kind.UNPACKED;
                };
                boolean everything = e.action() == Action.DELETE
                        && e.childEPCs().isEmpty()
                        && e.childQuantityList().isEmpty();
                parent(everything ? Role.EMPTIED : Role.PARENT, e.parentID());
                things(Role.CHILD, e.childEPCs(), e.childQuantityList());
            }
            case AssociationEvent e -> {
                parent(Role.PARENT, e.parentID());
                things(Role.CHILD, e.childEPCs(), e.childQuantityList());
            }
            case TransactionEvent e -> {
                parent(Role.PARENT, e.parentID());
                things(Role.EPC, e.epcList(), e.quantityList());
            }
            case TransformationEvent e -> transformation(e);
        }
    }

    /**
     * Events that each tell a part of one transformation are joined by its id (EPCIS 2.0 §7.4.5): it is traced as a thing
     * that the inputs went into and the outputs came out of.
     */
    private void transformation(TransformationEvent event) {
        kind = Fact.Kind.TRANSFORMED;
        things(Role.INPUT, event.inputEPCList(), event.inputQuantityList());
        things(Role.OUTPUT, event.outputEPCList(), event.outputQuantityList());
        String id = event.transformationID();
        if (id != null) {
            Mention whole = new Mention(Identifiers.thing(id), false);
            boolean hasInput = named.stream().anyMatch(each -> each.role() == Role.INPUT);
            boolean hasOutput = named.stream().anyMatch(each -> each.role() == Role.OUTPUT);
            if (hasInput) {
                named.add(new Named(Role.OUTPUT, whole, null, null));
            }
            if (hasOutput) {
                named.add(new Named(Role.INPUT, whole, null, null));
            }
        }
    }

    private void parent(Role role, @Nullable String uri) {
        if (uri != null) {
            parent = new Mention(identifiers.unit(uri), false);
            named.add(new Named(role, parent, null, null));
        }
    }

    private void things(Role role, List<String> epcs, List<QuantityElement> quantities) {
        for (String epc : epcs) {
            TraceUnit unit = identifiers.unit(epc);
            named.add(new Named(role, new Mention(unit, false), null, lot(role, unit)));
        }
        for (QuantityElement element : quantities) {
            TraceUnit unit = identifiers.unit(element.epcClass());
            BigDecimal quantity = element.quantity();
            Amount amount = quantity == null ? null : new Amount(quantity, element.uom());
            named.add(new Named(role, new Mention(unit, true), amount, lot(role, unit)));
        }
    }

    /** Only what comes into being becomes part of the lot that ILMD names. */
    private @Nullable Mention lot(Role role, TraceUnit unit) {
        boolean made = role == Role.OUTPUT || role == Role.EPC && kind == Fact.Kind.COMMISSIONED;
        String number = detail.lot();
        if (!made || number == null) {
            return null;
        }
        return EventDetails.lotOf(unit, number)
                .map(lot -> new Mention(lot, true))
                .orElse(null);
    }

    Set<Mention> mentions() {
        Set<Mention> mentions = named.stream().map(Named::mention).collect(Collectors.toSet());
        named.stream().map(Named::lot).forEach(lot -> {
            if (lot != null) {
                mentions.add(lot);
            }
        });
        return mentions;
    }

    /** Units with the same key form one part. */
    private record PartKey(
            Role role,
            Series series,
            @Nullable Long classPosition,
            @Nullable String uom,
            boolean stated,
            @Nullable Long lot) {}

    private static final class PartSum {
        private final List<Long> positions = new ArrayList<>();
        private BigDecimal amount = BigDecimal.ZERO;
    }

    Statement statement(Map<Mention, Unit> units) {
        Map<PartKey, PartSum> sums = new LinkedHashMap<>();
        for (Named each : named) {
            Unit unit = position(each.mention(), units);
            boolean isClass = unit.series().isClassLevel();
            Amount amount = isClass ? each.amount() : null;
            PartKey key = new PartKey(
                    each.role(),
                    unit.series(),
                    isClass ? unit.position() : null,
                    amount == null ? null : amount.unit(),
                    amount != null,
                    each.lot() == null ? null : position(each.lot(), units).position());
            PartSum sum = sums.computeIfAbsent(key, _ -> new PartSum());
            sum.positions.add(unit.position());
            if (amount != null) {
                sum.amount = sum.amount.add(amount.value());
            }
        }
        List<Part> parts = new ArrayList<>();
        sums.forEach((key, sum) -> parts.add(new Part(
                key.role(),
                key.series(),
                IntervalSet.ofPositions(
                        sum.positions.stream().mapToLong(Long::longValue).toArray()),
                key.stated() ? new Amount(sum.amount, key.uom()) : null,
                key.lot())));
        return new Statement(
                fact(units),
                captured.hash(),
                parts,
                captured.event().errorDeclaration().isPresent());
    }

    private Fact fact(Map<Mention, Unit> units) {
        return new Fact(
                captured.seq(),
                captured.event().eventTime().instant().truncatedTo(ChronoUnit.MICROS),
                kind,
                parent == null ? null : position(parent, units),
                detail);
    }

    private static Unit position(Mention mention, Map<Mention, Unit> units) {
        Unit unit = units.get(mention);
        if (unit == null) {
            throw new IllegalStateException(mention + " has no position (expected: one)");
        }
        return unit;
    }
}
