package org.suyuan.deadlines;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.Deadline.Due;

/**
 * Module event: a clock's end moved, became certain, or became unknown because the clock was suspended; or the clock
 * stopped. Published in the transaction that writes it.
 *
 * @param state after the change
 */
public record DueChanged(
        ClockId clock,
        ClockSubject subject,
        ClockState state,
        @Nullable Due before,
        @Nullable Due now) {}
