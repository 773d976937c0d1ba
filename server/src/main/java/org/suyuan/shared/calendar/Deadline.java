package org.suyuan.shared.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a limit ends, and why then.
 *
 * @param calendar by which it was counted
 * @param suspensions by their beginning
 * @param due null while a suspension is open: nobody knows yet
 * @param unspent what is left of the budget while a suspension is open: days, or minutes of a limit in hours; else zero
 */
public record Deadline(
        WorkingCalendar calendar,
        Budget budget,
        Instant start,
        List<Suspension> suspensions,
        @Nullable Due due,
        long unspent) {
    public Deadline {
        suspensions = List.copyOf(suspensions);
    }

    /**
     * @param day last day, for limits in hours the day of {@code at}
     * @param at first moment at which it is too late: midnight after {@code day}, for limits in hours the hour itself
     * @param provisional a year on the way has no table yet (暂定): it is counted again when the table arrives
     */
    public record Due(LocalDate day, Instant at, boolean provisional) {}

    /**
     * How much time is left.
     *
     * @param workingDays after today up to the last day; negative: since it
     * @param naturalDays the same
     * @param time to the moment at which it is too late; negative: since then
     */
    public record Remaining(int workingDays, int naturalDays, Duration time) {
        public boolean overdue() {
            return !time.isPositive();
        }
    }

    /** Null while there is no due date. */
    public @Nullable Remaining remaining(Instant now) {
        if (due == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        return new Remaining(
                calendar.workingDays(today, due.day()),
                (int) (due.day().toEpochDay() - today.toEpochDay()),
                Duration.between(now, due.at()));
    }

    /**
     * Day by day from the start: up to the last day, or while there is none, up to {@code today}.
     *
     * @param limit at most so many days, the first ones
     */
    public List<ExplainedDay> explanation(LocalDate today, int limit) {
        return Explanation.of(this, today, limit);
    }
}
