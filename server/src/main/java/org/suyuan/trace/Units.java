package org.suyuan.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** An immutable set of units of any series: what every step of a trace takes and returns. */
public final class Units {
    public static final Units NONE = new Units(new TreeMap<>());

    private final TreeMap<Series, IntervalSet> sets;

    private Units(TreeMap<Series, IntervalSet> sets) {
        this.sets = sets;
    }

    public static Units of(Series series, IntervalSet positions) {
        if (positions.isEmpty()) {
            return NONE;
        }
        TreeMap<Series, IntervalSet> sets = new TreeMap<>();
        sets.put(series, positions);
        return new Units(sets);
    }

    public static Units of(Collection<Unit> units) {
        Gatherer gatherer = new Gatherer();
        units.forEach(gatherer::add);
        return gatherer.units();
    }

    public Units union(Units other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        TreeMap<Series, IntervalSet> union = new TreeMap<>(sets);
        other.sets.forEach((series, positions) -> union.merge(series, positions, IntervalSet::union));
        return new Units(union);
    }

    public IntervalSet in(Series series) {
        return sets.getOrDefault(series, IntervalSet.EMPTY);
    }

    public boolean contains(Unit unit) {
        return in(unit.series()).contains(unit.position());
    }

    public boolean isEmpty() {
        return sets.isEmpty();
    }

    public long size() {
        return sets.values().stream().mapToLong(IntervalSet::size).sum();
    }

    public int intervalCount() {
        return sets.values().stream().mapToInt(IntervalSet::intervalCount).sum();
    }

    public Map<Series, IntervalSet> bySeries() {
        return Collections.unmodifiableMap(sets);
    }

    public void forEach(BiConsumer<Series, IntervalSet> each) {
        sets.forEach(each);
    }

    /** Every unit: for tests and for small sets about to be shown. */
    public Stream<Unit> each() {
        return sets.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().positions().mapToObj(position -> new Unit(entry.getKey(), position)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Units that && sets.equals(that.sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }

    @Override
    public String toString() {
        return sets.toString();
    }

    /** Collects many pieces and merges them once. */
    public static final class Gatherer {
        private final Map<Series, java.util.List<IntervalSet.Interval>> pieces = new TreeMap<>();

        public void add(Unit unit) {
            add(unit.series(), IntervalSet.of(unit.position()));
        }

        public void add(Series series, IntervalSet positions) {
            if (!positions.isEmpty()) {
                pieces.computeIfAbsent(series, _ -> new java.util.ArrayList<>()).addAll(positions.intervals());
            }
        }

        public Units units() {
            TreeMap<Series, IntervalSet> sets = new TreeMap<>();
            pieces.forEach((series, intervals) -> sets.put(series, IntervalSet.ofIntervals(intervals)));
            return sets.isEmpty() ? NONE : new Units(sets);
        }
    }
}
