package org.suyuan.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one unit, itself or through the packages it was in at the time, in order of event time.
 *
 * @param steps one an event
 */
public record Timeline(Unit unit, List<Step> steps, boolean truncated, List<Anomaly> anomalies) {
    /**
     * @param role how the event names the unit, or the package it was in
     * @param via the packages from the innermost to the one named; empty if the unit itself is named
     */
    public record Step(Fact fact, Role role, List<Unit> via) {
        public static final Comparator<Step> IN_ORDER =
                Comparator.comparing(step -> step.fact().moment());
    }

    private static final Comparator<Step> NEAREST_FIRST = Comparator.<Step>comparingInt(
                    step -> step.via().size())
            .thenComparing(Step::role)
            .thenComparing(step -> step.via().toString());

    static Timeline of(Unit unit, TraceStore store, Moment end, Bounds bounds) {
        Climb climb = Climb.from(unit.alone(), Validity.always(end), store, end, bounds);
        Map<Unit, List<Stay>> stays = new HashMap<>();
        climb.stays()
                .forEach(stay -> stay.units()
                        .positions()
                        .forEach(position -> stays.computeIfAbsent(
                                        new Unit(stay.series(), position), _ -> new ArrayList<>())
                                .add(stay)));
        Map<Long, Step> steps = new HashMap<>();
        for (Touch touch : climb.own()) {
            keepNearest(steps, new Step(touch.fact(), touch.part().role(), List.of()));
        }
        for (Touch touch : climb.carried()) {
            Unit carrier =
                    new Unit(touch.part().series(), touch.part().positions().first());
            List<Unit> via = way(unit, carrier, touch, stays, new HashSet<>());
            if (via != null) {
                keepNearest(steps, new Step(touch.fact(), touch.part().role(), via));
            }
        }
        List<Step> inOrder = new ArrayList<>(steps.values());
        inOrder.sort(Step.IN_ORDER);
        boolean cut = inOrder.size() > bounds.events();
        return new Timeline(
                unit,
                List.copyOf(cut ? inOrder.subList(0, bounds.events()) : inOrder),
                cut || climb.truncated(),
                climb.anomalies());
    }

    private static void keepNearest(Map<Long, Step> steps, Step step) {
        steps.merge(step.fact().seq(), step, (a, b) -> NEAREST_FIRST.compare(a, b) <= 0 ? a : b);
    }

    /** The shortest chain of packages from the unit to the carrier at the moment of the event; null if there was none. */
    private static @Nullable List<Unit> way(
            Unit from, Unit carrier, Touch touch, Map<Unit, List<Stay>> stays, Set<Unit> path) {
        List<Unit> shortest = null;
        for (Stay stay : stays.getOrDefault(from, List.of())) {
            if (!Climb.happenedWithin(Windows.of(stay.window()), touch) || !path.add(stay.parent())) {
                continue;
            }
            List<Unit> way =
                    stay.parent().equals(carrier) ? List.of() : way(stay.parent(), carrier, touch, stays, path);
            path.remove(stay.parent());
            if (way != null && (shortest == null || way.size() + 1 < shortest.size())) {
                shortest = new ArrayList<>();
                shortest.add(stay.parent());
                shortest.addAll(way);
            }
        }
        return shortest == null ? null : List.copyOf(shortest);
    }
}
