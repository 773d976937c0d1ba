package org.suyuan.shared.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The oracle: counts a limit as a clerk with a wall calendar would, one day, or one second, after the other. */
final class DayByDay {
    /** Longer than any generated limit with all its suspensions. */
    private static final int DAYS_MAX = 1_000;

    private DayByDay() {}

    static LocalDate plus(WorkingCalendar calendar, LocalDate date, int n) {
        LocalDate day = date;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(Integer.signum(n));
            left -= calendar.works(day) ? 1 : 0;
        }
        return day;
    }

    static int count(WorkingCalendar calendar, LocalDate after, LocalDate to) {
        return to.isBefore(after)
                ? -count(calendar, to, after)
                : (int) after.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(calendar::works)
                        .count();
    }

    /** Null when a suspension stands in the way for good. */
    static @Nullable LocalDate lastDay(
            WorkingCalendar calendar, Budget budget, LocalDate start, List<Suspension> suspensions) {
        LocalDate first = start;
        while (isIn(suspensions, first)) {
            first = first.plusDays(1);
            if (first.isAfter(start.plusDays(DAYS_MAX))) {
                return null;
            }
        }
        LocalDate day = first;
        for (int left = budget.amount(); left > 0; ) {
            day = day.plusDays(1);
            if (day.isAfter(start.plusDays(DAYS_MAX))) {
                return null;
            }
            boolean counts = budget instanceof Budget.NaturalDays || calendar.works(day);
            left -= counts && !isIn(suspensions, day) ? 1 : 0;
        }
        if (budget instanceof Budget.NaturalDays(var _, Budget.Shift shift)
                && Counting.isShifted(calendar, shift, day)) {
            do {
                day = day.plusDays(1);
                if (day.isAfter(start.plusDays(DAYS_MAX))) {
                    return null;
                }
            } while (Counting.isShifted(calendar, shift, day) || isIn(suspensions, day));
        }
        return day;
    }

    /** From the day it begins, without the day it ends. */
    private static boolean isIn(List<Suspension> suspensions, LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> {
            Instant to = suspension.to();
            return !day.isBefore(Counting.date(suspension.from())) && (to == null || day.isBefore(Counting.date(to)));
        });
    }

    /** Null when a suspension stands in the way for good. */
    static @Nullable Instant lastSecond(Budget.Hours budget, Instant start, List<Suspension> suspensions) {
        Instant at = start.truncatedTo(ChronoUnit.SECONDS);
        Instant give = at.plus(DAYS_MAX, ChronoUnit.DAYS);
        for (long left = budget.amount() * 3_600L; left > 0; at = at.plusSeconds(1)) {
            Instant second = at;
            Suspension in = suspensions.stream()
                    .filter(suspension -> !second.isBefore(suspension.from()))
                    .filter(suspension -> suspension.to() == null || second.isBefore(suspension.to()))
                    .findFirst()
                    .orElse(null);
            if (in != null && in.isOpen() || at.isAfter(give)) {
                return null;
            }
            left -= in == null ? 1 : 0;
        }
        return at;
    }
}
