package org.suyuan.codes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitIndex.Role;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;

/** Stories kept in memory by the contract: steps up to a time, by event time, then in the order of telling. */
final class ToldStories implements UnitStories {
    static final String SHOP = "https://id.gs1.org/414/6923450000016";

    private final Map<TraceUnit, List<UnitStory.Step>> steps = new ConcurrentHashMap<>();
    private final AtomicLong seq = new AtomicLong();

    @Override
    public UnitStory story(TraceUnit unit, Instant at) {
        List<UnitStory.Step> known = steps.getOrDefault(unit, List.of()).stream()
                .filter(step -> !step.time().isAfter(at))
                .sorted(Comparator.comparing(UnitStory.Step::time).thenComparing(UnitStory.Step::seq))
                .toList();
        return new UnitStory(unit, known, false, List.of());
    }

    void commissioned(TraceUnit unit, Instant time, TraceUnit.@Nullable Lot lot) {
        add(unit, time, "commissioning", "active", Role.EPC, List.of(), lot);
    }

    void happened(TraceUnit unit, Instant time, @Nullable String bizStep, @Nullable String disposition) {
        add(unit, time, bizStep, disposition, Role.EPC, List.of(), null);
    }

    void happenedTo(TraceUnit unit, TraceUnit inPackage, Instant time, String bizStep, String disposition) {
        add(unit, time, bizStep, disposition, Role.EPC, List.of(inPackage), null);
    }

    void usedUp(TraceUnit unit, Instant time) {
        add(unit, time, "transforming", null, Role.INPUT, List.of(), null);
    }

    // The checker does not see the annotation of a nested type in a class file.
    @SuppressWarnings("NullAway")
    private void add(
            TraceUnit unit,
            Instant time,
            @Nullable String bizStep,
            @Nullable String disposition,
            Role role,
            List<TraceUnit> via,
            TraceUnit.@Nullable Lot lot) {
        long number = seq.incrementAndGet();
        UnitStory.Step step = new UnitStory.Step(
                number,
                "ni:///sha-256;" + number,
                time,
                ZoneOffset.ofHours(8),
                "ObjectEvent",
                Action.OBSERVE,
                bizStep,
                disposition,
                SHOP,
                role,
                via,
                lot,
                lot == null ? null : LocalDate.parse("2026-09-01"),
                lot == null ? null : LocalDate.parse("2026-10-01"),
                null,
                null);
        steps.computeIfAbsent(unit, _ -> new ArrayList<>()).add(step);
    }
}
