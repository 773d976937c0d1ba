package org.suyuan.trace;

import java.util.List;

/**
 * Neighbouring positions of one series named by one event: how item events are stored (design §4).
 *
 * <p>A run is filed under its level, the smallest L with length ≤ 2^L. Hence a run of level L that covers position p
 * starts in {@code [p − 2^L + 1, p]}: one key range of an ordered index. Such a run is longer than 2^(L−1), so of runs
 * that do not overlap at most two start in that range: a third would start more than 2^L after the first.
 *
 * @param length at least 1
 */
public record Run(long from, long length) {
    /** Levels 0 … 62: positions are not negative and below 2^62. */
    public static final int LEVEL_MAX = 62;

    /** Positions lie below this, so that probe bounds cannot overflow. */
    public static final long POSITION_END = 1L << LEVEL_MAX;

    public Run {
        if (length < 1 || from < 0 || from > POSITION_END - length) {
            throw new IllegalArgumentException(
                    "run: " + from + "+" + length + " (expected: length >= 1 within 0 … 2^" + LEVEL_MAX + ")");
        }
    }

    public static List<Run> of(IntervalSet positions) {
        return positions.intervals().stream()
                .map(interval -> new Run(interval.from(), interval.size()))
                .toList();
    }

    /** ⌈log₂ length⌉. */
    public int level() {
        return 64 - Long.numberOfLeadingZeros(length - 1);
    }

    public long to() {
        return from + length;
    }

    /** The smallest start that a run of the level can have and still reach into {@code [position, …)}. */
    public static long probeFrom(int level, long position) {
        return position - (1L << level) + 1;
    }
}
