package org.suyuan.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/**
 * Where the groups of an inbox end at one moment.
 *
 * @param now deadlines before it are overdue
 * @param endOfToday first moment of tomorrow, in China
 * @param endOfWeek first moment of the week after the working week meant
 */
public record Horizon(Instant now, Instant endOfToday, Instant endOfWeek) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Longer than any run of days off: spring festival with its weekends is nine days. */
    private static final int DAYS_OFF_MAX = 31;

    /**
     * The week that counts is the one of the next working day: on a Saturday off, and in a holiday, officers look at the
     * week in which they come back. A Sunday worked to make up for a holiday (调休) belongs to the week it ends.
     */
    static Horizon at(Instant now, Predicate<LocalDate> isWorkingDay) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        LocalDate next = today;
        for (int i = 0; i < DAYS_OFF_MAX && !isWorkingDay.test(next); i++) {
            next = next.plusDays(1);
        }
        LocalDate monday = next.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return new Horizon(now, start(today.plusDays(1)), start(monday));
    }

    /** The group of a deadline. */
    public Bucket bucket(Instant due) {
        if (due.isBefore(now)) {
            return Bucket.OVERDUE;
        }
        if (due.isBefore(endOfToday)) {
            return Bucket.TODAY;
        }
        return due.isBefore(endOfWeek) ? Bucket.WEEK : Bucket.LATER;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
