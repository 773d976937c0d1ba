package org.suyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From units up through the packages around them: which packages carried them when, and what happened to those packages
 * meanwhile. One read of the store a level of packing.
 */
final class Climb {
    private final TraceStore store;
    private final Moment end;
    private final Bounds bounds;

    private final List<Touch> own = new ArrayList<>();
    private final Map<Unit, List<Touch>> loaded = new HashMap<>();
    private final Map<Unit, Windows> carriers = new LinkedHashMap<>();
    private final Map<Unit, List<Stay>> carrierStays = new HashMap<>();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Anomaly> anomalies = new ArrayList<>();
    private boolean truncated;

    private Climb(TraceStore store, Moment end, Bounds bounds) {
        this.store = store;
        this.end = end;
        this.bounds = bounds;
    }

    /** Climbs from the units, as far as packages carried them while they mattered. */
    static Climb from(Units units, Validity validity, TraceStore store, Moment end, Bounds bounds) {
        Climb climb = new Climb(store, end, bounds);
        climb.climb(units, validity);
        return climb;
    }

    /** What names the units themselves, at any time before the end. */
    List<Touch> own() {
        return own;
    }

    /** The packages that carried the units while they mattered. */
    Map<Unit, Windows> carriers() {
        return carriers;
    }

    /** Stays of the units and of their carriers, at any time before the end. */
    List<Stay> stays() {
        return stays;
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }

    boolean truncated() {
        return truncated;
    }

    /** What happened to the carriers while they carried, one touch a carrier. */
    List<Touch> carried() {
        List<Touch> carried = new ArrayList<>();
        carriers.forEach((carrier, windows) -> loaded.getOrDefault(carrier, List.of()).stream()
                .filter(touch -> happenedWithin(windows, touch))
                .forEach(carried::add));
        return carried;
    }

    /** Emptying a package ends the stay at that very moment and still happened to what was in it. */
    static boolean happenedWithin(Windows windows, Touch touch) {
        return windows.contains(touch.moment())
                || touch.part().role() == Role.EMPTIED && windows.endsAt(touch.moment());
    }

    private void climb(Units units, Validity validity) {
        own.addAll(found(store.touching(units, Role.ALL, end, bounds.touches())));
        load(parentsIn(own));
        Set<Unit> grown = new LinkedHashSet<>();
        for (Stay stay : derive(units, own)) {
            for (Validity.Piece piece : validity.of(stay.series(), stay.units())) {
                grow(stay.parent(), Windows.of(stay.window().intersect(piece.window())), grown);
            }
        }
        for (int depth = 1; !grown.isEmpty(); depth++) {
            if (depth > bounds.depth()) {
                truncated = true;
                return;
            }
            grown = nextLevel(grown);
        }
        anomalies.addAll(PackageCycles.among(carriers, carrierStays, bounds.depth()));
    }

    private Set<Unit> nextLevel(Set<Unit> level) {
        List<Unit> fresh =
                level.stream().filter(unit -> !carrierStays.containsKey(unit)).toList();
        List<Touch> touches = fresh.stream()
                .flatMap(unit -> loaded.getOrDefault(unit, List.of()).stream())
                .toList();
        load(parentsIn(touches));
        fresh.forEach(unit -> carrierStays.put(unit, new ArrayList<>()));
        for (Stay stay : derive(Units.of(fresh), touches)) {
            stay.units()
                    .positions()
                    .forEach(position -> carrierStays
                            .computeIfAbsent(new Unit(stay.series(), position), _ -> new ArrayList<>())
                            .add(stay));
        }
        Set<Unit> grown = new LinkedHashSet<>();
        for (Unit unit : level) {
            Windows windows = carriers.getOrDefault(unit, Windows.NEVER);
            for (Stay stay : carrierStays.getOrDefault(unit, List.of())) {
                grow(stay.parent(), windows.within(stay.window()), grown);
            }
        }
        return grown;
    }

    private void grow(Unit carrier, Windows by, Set<Unit> grown) {
        Windows old = carriers.getOrDefault(carrier, Windows.NEVER);
        Windows now = old.addAll(by);
        if (!now.equals(old)) {
            carriers.put(carrier, now);
            grown.add(carrier);
        }
    }

    private List<Stay> derive(Units units, List<Touch> touches) {
        List<Touch> all = new ArrayList<>(touches);
        for (Unit parent : parentsIn(touches)) {
            loaded.getOrDefault(parent, List.of()).stream()
                    .filter(touch -> touch.part().role() == Role.EMPTIED)
                    .forEach(all::add);
        }
        Containment.Result result = Containment.derive(units, all, end);
        stays.addAll(result.stays());
        anomalies.addAll(result.anomalies());
        return result.stays();
    }

    private static Set<Unit> parentsIn(List<Touch> touches) {
        Set<Unit> parents = new LinkedHashSet<>();
        for (Touch touch : touches) {
            Unit parent = touch.fact().parent();
            if (parent != null
                    && touch.part().role() == Role.CHILD
                    && touch.fact().kind() == Fact.Kind.PACKED) {
                parents.add(parent);
            }
        }
        return parents;
    }

    /** Reads what names the packages, each package once. */
    private void load(Set<Unit> packages) {
        Set<Unit> missing = new HashSet<>(packages);
        missing.removeAll(loaded.keySet());
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(unit -> loaded.put(unit, new ArrayList<>()));
        for (Touch touch : found(store.touching(Units.of(missing), Role.CARRIED, end, bounds.touches()))) {
            touch.part()
                    .positions()
                    .positions()
                    .forEach(position -> loaded.computeIfAbsent(
                                    new Unit(touch.part().series(), position), _ -> new ArrayList<>())
                            .add(new Touch(touch.fact(), touch.part().clip(IntervalSet.of(position)))));
        }
    }

    private List<Touch> found(TraceStore.Found<Touch> found) {
        truncated |= found.truncated();
        return found.list();
    }
}
