package org.suyuan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An immutable set of positions, kept as sorted, disjoint, non-touching intervals {@code [from, to)}. A million items of
 * one production run are two numbers. Every operation is one linear merge of the two operands.
 */
public final class IntervalSet {
    public static final IntervalSet EMPTY = new IntervalSet(new long[0]);

    /** from₀, to₀, from₁, to₁ …, strictly ascending: membership toggles at each. */
    private final long[] bounds;

    private IntervalSet(long[] bounds) {
        this.bounds = bounds;
    }

    public static IntervalSet of(long position) {
        return of(position, position + 1);
    }

    /** The positions {@code from} up to but not including {@code to}. */
    public static IntervalSet of(long from, long to) {
        if (from > to) {
            throw new IllegalArgumentException("from: " + from + " (expected: <= to " + to + ")");
        }
        return from == to ? EMPTY : new IntervalSet(new long[] {from, to});
    }

    /** The given positions in any order, repetitions allowed; neighbours become one interval. */
    public static IntervalSet ofPositions(long... positions) {
        long[] sorted = positions.clone();
        Arrays.sort(sorted);
        Builder builder = new Builder(Math.min(sorted.length, 16));
        for (long position : sorted) {
            builder.append(position, position + 1);
        }
        return builder.build();
    }

    /** The union of many sets; cheaper than a chain of {@link #union}. */
    public static IntervalSet unionOf(Collection<IntervalSet> sets) {
        List<Interval> all = new ArrayList<>();
        sets.forEach(set -> all.addAll(set.intervals()));
        return ofIntervals(all);
    }

    /** The union of intervals in any order, overlapping or not. */
    public static IntervalSet ofIntervals(Collection<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(null);
        Builder builder = new Builder(sorted.size());
        sorted.forEach(interval -> builder.append(interval.from(), interval.to()));
        return builder.build();
    }

    public IntervalSet union(IntervalSet other) {
        return isEmpty() ? other : other.isEmpty() ? this : merge(other, Op.UNION);
    }

    public IntervalSet intersect(IntervalSet other) {
        return isEmpty() || other.isEmpty() ? EMPTY : merge(other, Op.INTERSECT);
    }

    public IntervalSet subtract(IntervalSet other) {
        return isEmpty() || other.isEmpty() ? this : merge(other, Op.SUBTRACT);
    }

    /** The part of this set inside {@code [from, to)}; costs only what it returns. */
    public IntervalSet slice(long from, long to) {
        int first = firstEndingAfter(from);
        int end = first;
        while (end < bounds.length && bounds[end] < to) {
            end += 2;
        }
        if (end == first || from >= to) {
            return EMPTY;
        }
        long[] slice = Arrays.copyOfRange(bounds, first, end);
        slice[0] = Math.max(slice[0], from);
        slice[slice.length - 1] = Math.min(slice[slice.length - 1], to);
        return new IntervalSet(slice);
    }

    public boolean contains(long position) {
        int first = firstEndingAfter(position);
        return first < bounds.length && bounds[first] <= position;
    }

    public boolean intersects(IntervalSet other) {
        return !intersect(other).isEmpty();
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many positions. */
    public long size() {
        long size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        return size;
    }

    /** The smallest position. */
    public long first() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty set has no first position");
        }
        return bounds[0];
    }

    public int intervalCount() {
        return bounds.length / 2;
    }

    public List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>(intervalCount());
        for (int i = 0; i < bounds.length; i += 2) {
            intervals.add(new Interval(bounds[i], bounds[i + 1]));
        }
        return intervals;
    }

    /** Every position: for tests and for small sets about to be shown. */
    public LongStream positions() {
        return intervals().stream().flatMapToLong(interval -> LongStream.range(interval.from(), interval.to()));
    }

    /** Index of the first interval whose end lies after the position. */
    private int firstEndingAfter(long position) {
        int low = 0;
        int high = bounds.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return 2 * low;
    }

    /** One sweep over both lists of bounds; a bound of the result is where the combined membership changes. */
    private IntervalSet merge(IntervalSet other, Op op) {
        long[] a = bounds;
        long[] b = other.bounds;
        long[] merged = new long[a.length + b.length];
        int i = 0;
        int j = 0;
        int n = 0;
        boolean inside = false;
        while (i < a.length || j < b.length) {
            long at = j == b.length || i < a.length && a[i] <= b[j] ? a[i] : b[j];
            if (i < a.length && a[i] == at) {
                i++;
            }
            if (j < b.length && b[j] == at) {
                j++;
            }
            if (op.holds((i & 1) == 1, (j & 1) == 1) != inside) {
                merged[n++] = at;
                inside = !inside;
            }
        }
        return n == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(merged, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return intervals().toString();
    }

    /** {@code [from, to)}, not empty. */
    public record Interval(long from, long to) implements Comparable<Interval> {
        public Interval {
            if (from >= to) {
                throw new IllegalArgumentException("from: " + from + " (expected: < to " + to + ")");
            }
        }

        public long size() {
            return to - from;
        }

        @Override
        public int compareTo(Interval other) {
            return Long.compare(from, other.from);
        }

        @Override
        public String toString() {
            return size() == 1 ? Long.toString(from) : from + ".." + (to - 1);
        }
    }

    private enum Op {
        UNION {
            @Override
            boolean holds(boolean a, boolean b) {
                return a || b;
            }
        },
        INTERSECT {
            @Override
            boolean holds(boolean a, boolean b) {
                return a && b;
            }
        },
        SUBTRACT {
            @Override
            boolean holds(boolean a, boolean b) {
                return a && !b;
            }
        };

        abstract boolean holds(boolean a, boolean b);
    }

    /** Takes intervals in order of their starts and joins those that overlap or touch. */
    private static final class Builder {
        private long[] bounds;
        private int n;

        Builder(int intervals) {
            bounds = new long[Math.max(2, 2 * intervals)];
        }

        void append(long from, long to) {
            if (n > 0 && from <= bounds[n - 1]) {
                bounds[n - 1] = Math.max(bounds[n - 1], to);
                return;
            }
            if (n == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * n);
            }
            bounds[n++] = from;
            bounds[n++] = to;
        }

        IntervalSet build() {
            return n == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(bounds, n));
        }
    }
}
