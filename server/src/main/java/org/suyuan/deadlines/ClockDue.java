package org.suyuan.deadlines;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.Deadline.Due;

/**
 * When a clock ends, for those who sort by it.
 *
 * @param due null while it is suspended
 */
public record ClockDue(
        ClockId clock, ClockState state, @Nullable Due due, List<RunningClock.RungTime> rungs) {
    public ClockDue {
        rungs = List.copyOf(rungs);
    }
}
