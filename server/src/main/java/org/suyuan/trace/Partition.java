package org.suyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of units that no split has told apart (partition refinement). Units of one series start together, lots each on
 * their own. The cost of a split is the number of pieces it touches.
 */
final class Partition {
    private final Map<Series, Spans<Integer>> series = new TreeMap<>();
    private final Map<Series, Integer> first = new HashMap<>();
    private int count;

    void admit(Series of, IntervalSet units) {
        Spans<Integer> spans = series.computeIfAbsent(of, _ -> new Spans<>());
        if (of.isClassLevel()) {
            units.positions()
                    .forEach(lot -> spans.update(
                            IntervalSet.of(lot), (_, _, group) -> group != null ? group : Integer.valueOf(count++)));
        } else {
            int together = first.computeIfAbsent(of, _ -> count++);
            spans.update(units, (_, _, group) -> group != null ? group : Integer.valueOf(together));
        }
    }

    /** Tells the given units apart from all others; units not admitted are left out. */
    void split(Series of, IntervalSet units) {
        Spans<Integer> spans = series.get(of);
        if (spans == null) {
            return;
        }
        Map<Integer, Integer> renamed = new HashMap<>();
        spans.update(
                units,
                (_, _, group) -> group == null ? null : renamed.computeIfAbsent(group, _ -> Integer.valueOf(count++)));
    }

    /** The units of each group among the given ones. */
    Map<Integer, IntervalSet> over(Series of, IntervalSet units) {
        Spans<Integer> spans = series.get(of);
        return spans == null ? Map.of() : gather(spans.over(units));
    }

    Map<Series, Map<Integer, IntervalSet>> groups() {
        Map<Series, Map<Integer, IntervalSet>> groups = new TreeMap<>();
        series.forEach((of, spans) -> groups.put(of, gather(spans.all())));
        return groups;
    }

    private static Map<Integer, IntervalSet> gather(List<Spans.Span<Integer>> spans) {
        Map<Integer, List<IntervalSet.Interval>> pieces = new TreeMap<>();
        for (Spans.Span<Integer> span : spans) {
            pieces.computeIfAbsent(span.value(), _ -> new ArrayList<>())
                    .add(new IntervalSet.Interval(span.from(), span.to()));
        }
        Map<Integer, IntervalSet> gathered = new TreeMap<>();
        pieces.forEach((group, intervals) -> gathered.put(group, IntervalSet.ofIntervals(intervals)));
        return gathered;
    }
}
