package org.suyuan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value for each position of a series, constant over spans: the package each item is in, the moment each was reached.
 * An update costs the spans it touches, not the positions.
 */
final class Spans<V> {
    private final TreeMap<Long, Span<V>> spans = new TreeMap<>();

    record Span<V>(long from, long to, V value) {}

    /** The new value over {@code [from, to)}, null for none; {@code value} is the old one, null where there was none. */
    interface Change<V> {
        @Nullable
        V apply(long from, long to, @Nullable V value);
    }

    void update(IntervalSet positions, Change<V> change) {
        for (IntervalSet.Interval interval : positions.intervals()) {
            List<Span<V>> inside = cut(interval.from(), interval.to());
            long next = interval.from();
            for (Span<V> span : inside) {
                put(next, span.from(), change, null);
                put(span.from(), span.to(), change, span.value());
                next = span.to();
            }
            put(next, interval.to(), change, null);
        }
    }

    /** The spans that touch the positions, clipped to them, in order. */
    List<Span<V>> over(IntervalSet positions) {
        List<Span<V>> found = new ArrayList<>();
        for (IntervalSet.Interval interval : positions.intervals()) {
            Long start = spans.floorKey(interval.from());
            for (Span<V> span : spans.subMap(start == null ? interval.from() : start, interval.to())
                    .values()) {
                long from = Math.max(span.from(), interval.from());
                long to = Math.min(span.to(), interval.to());
                if (from < to) {
                    found.add(new Span<>(from, to, span.value()));
                }
            }
        }
        return found;
    }

    List<Span<V>> all() {
        return List.copyOf(spans.values());
    }

    private void put(long from, long to, Change<V> change, @Nullable V old) {
        if (from >= to) {
            return;
        }
        V value = change.apply(from, to, old);
        if (value != null) {
            spans.put(from, new Span<>(from, to, value));
        }
    }

    /** Takes the spans inside {@code [from, to)} out, leaving what sticks out on both sides. */
    private List<Span<V>> cut(long from, long to) {
        List<Span<V>> inside = over(IntervalSet.of(from, to));
        Long start = spans.floorKey(from);
        List<Span<V>> touched =
                List.copyOf(spans.subMap(start == null ? from : start, to).values());
        for (Span<V> span : touched) {
            if (span.to() <= from) {
                continue;
            }
            spans.remove(span.from());
            if (span.from() < from) {
                spans.put(span.from(), new Span<>(span.from(), from, span.value()));
            }
            if (span.to() > to) {
                spans.put(to, new Span<>(to, span.to(), span.value()));
            }
        }
        return inside;
    }
}
