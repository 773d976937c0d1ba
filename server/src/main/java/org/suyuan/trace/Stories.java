package org.suyuan.trace;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;

/**
 * Stories for those who verify a code. An item in a case on a pallet costs one statement for itself and one for each
 * package around it.
 */
@Component
class Stories implements UnitStories {
    private final UnitNumbers numbers;
    private final TraceStore store;

    Stories(UnitNumbers numbers, TraceStore store) {
        this.numbers = numbers;
        this.store = store;
    }

    @Override
    public UnitStory story(TraceUnit unit, Instant at) {
        List<Unit> known = numbers.known(unit).each().toList();
        Tracing tracing = new Tracing(store, Bounds.INTERACTIVE);
        // A private URI can name a class in one event and a thing in another; its story is both.
        List<Timeline> timelines =
                known.stream().map(each -> tracing.timeline(each, at)).toList();
        Set<Unit> packages = new HashSet<>();
        timelines.forEach(timeline -> timeline.steps().forEach(step -> packages.addAll(step.via())));
        Map<Unit, TraceUnit> identifiers = numbers.identifiers(packages);
        return new UnitStory(
                unit,
                timelines.stream()
                        .flatMap(timeline -> timeline.steps().stream())
                        .sorted(Timeline.Step.IN_ORDER)
                        .map(step -> step(unit, step, identifiers))
                        .toList(),
                timelines.stream().anyMatch(Timeline::truncated),
                timelines.stream()
                        .flatMap(timeline -> timeline.anomalies().stream())
                        .map(anomaly -> anomaly.kind().code())
                        .distinct()
                        .toList());
    }

    private static UnitStory.Step step(TraceUnit unit, Timeline.Step step, Map<Unit, TraceUnit> identifiers) {
        Detail detail = step.fact().detail();
        return new UnitStory.Step(
                step.fact().seq(),
                detail.eventId(),
                step.fact().time(),
                detail.offset(),
                detail.type(),
                detail.action() == null ? null : Action.valueOf(detail.action()),
                detail.bizStep(),
                detail.disposition(),
                detail.place(),
                step.role().published(),
                step.via().stream()
                        .map(identifiers::get)
                        .filter(Objects::nonNull)
                        .toList(),
                step.via().isEmpty() ? lot(unit, detail) : null,
                step.via().isEmpty() ? detail.productionDate() : null,
                step.via().isEmpty() ? detail.bestBefore() : null,
                detail.source(),
                detail.destination());
    }

    private static TraceUnit.@Nullable Lot lot(TraceUnit unit, Detail detail) {
        if (unit instanceof TraceUnit.Lot lot) {
            return lot;
        }
        return detail.lot() == null
                ? null
                : EventDetails.lotOf(unit, detail.lot())
                        .map(TraceUnit.Lot.class::cast)
                        .orElse(null);
    }
}
