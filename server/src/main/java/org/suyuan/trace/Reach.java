package org.suyuan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units a walk has reached. Forward, each with the moment since which it may hold what is traced; backward, with the
 * moment until which what it held may have gone into what is traced. A bound is only ever improved, to the moment of some
 * event, so a walk over cycles (rework) ends.
 */
final class Reach implements Validity {
    private final Direction direction;
    private final Moment end;
    private final Map<Series, Spans<Moment>> bounds = new TreeMap<>();

    Reach(Direction direction, Moment end) {
        this.direction = direction;
        this.end = end;
    }

    /** Returns the units for which the bound is news. */
    IntervalSet improve(Series series, IntervalSet units, Moment bound) {
        List<IntervalSet.Interval> improved = new ArrayList<>();
        bounds.computeIfAbsent(series, _ -> new Spans<>()).update(units, (from, to, old) -> {
            if (old != null && !isBetter(bound, old)) {
                return old;
            }
            improved.add(new IntervalSet.Interval(from, to));
            return bound;
        });
        return IntervalSet.ofIntervals(improved);
    }

    private boolean isBetter(Moment bound, Moment old) {
        return direction == Direction.FORWARD ? bound.isBefore(old) : old.isBefore(bound);
    }

    @Override
    public List<Piece> of(Series series, IntervalSet units) {
        Spans<Moment> spans = bounds.get(series);
        return spans == null
                ? List.of()
                : spans.over(units).stream()
                        .map(span -> new Piece(IntervalSet.of(span.from(), span.to()), window(span.value())))
                        .toList();
    }

    /** The moment that bounds the window from the side of the start. */
    Moment bound(Window window) {
        return direction == Direction.FORWARD ? window.from() : window.to();
    }

    private Window window(Moment bound) {
        return direction == Direction.FORWARD ? new Window(bound, end) : new Window(Moment.START, bound);
    }

    Units units() {
        Units.Gatherer all = new Units.Gatherer();
        bounds.forEach((series, spans) ->
                spans.all().forEach(span -> all.add(series, IntervalSet.of(span.from(), span.to()))));
        return all.units();
    }
}
