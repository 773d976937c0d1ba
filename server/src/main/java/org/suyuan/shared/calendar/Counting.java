package org.suyuan.shared.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.YearTable.Kind;

/** Counts a limit. Its cost grows with the number of suspensions, not with the length of the limit. */
final class Counting {
    private final WorkingCalendar calendar;
    private final Budget budget;
    private final Instant start;
    private final List<Suspension> suspensions;

    private Counting(WorkingCalendar calendar, Budget budget, Instant start, List<Suspension> suspensions) {
        this.calendar = calendar;
        this.budget = budget;
        this.start = start;
        this.suspensions = suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList();
    }

    static Deadline of(WorkingCalendar calendar, Budget budget, Instant start, List<Suspension> suspensions) {
        Counting counting = new Counting(calendar, budget, start, suspensions);
        return switch (budget) {
            case Budget.WorkingDays(int days) -> counting.days(days);
            case Budget.NaturalDays(int days, var _) -> counting.days(days);
            case Budget.Hours(int hours) -> counting.hours(Duration.ofHours(hours));
        };
    }

    private Deadline days(int days) {
        LocalDate first = dayNotCounted(suspensions, date(start));
        if (first.equals(LocalDate.MAX)) {
            return standing(days);
        }
        LocalDate spent = first;
        int left = days;
        for (Suspension suspension : suspensions) {
            LocalDate from = firstSuspended(suspension, first);
            LocalDate to = firstAfter(suspension);
            if (!from.isBefore(to) || !to.isAfter(spent.plusDays(1))) {
                continue; // ended on its first day, or lies within time that did not count anyway
            }
            int until = from.isAfter(spent) ? count(spent, from.minusDays(1)) : 0;
            if (until >= left) {
                break;
            }
            left -= until;
            if (to.equals(LocalDate.MAX)) {
                return standing(left);
            }
            spent = to.minusDays(1);
        }
        return ending(first, plus(spent, left));
    }

    /** The limit's last counted day is known; the end may still have to move off a rest day. */
    private Deadline ending(LocalDate first, LocalDate lastCounted) {
        LocalDate last = lastCounted;
        while (isShifted(last) || !last.equals(lastCounted) && suspensionOn(suspensions, first, last) != null) {
            last = last.plusDays(1);
            Suspension suspension = suspensionOn(suspensions, first, last);
            if (suspension != null && suspension.isOpen()) {
                return standing(0);
            }
        }
        Instant at = last.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        return new Deadline(
                calendar, budget, start, suspensions, new Due(last, at, provisional(first, lastCounted, last)), 0);
    }

    private boolean provisional(LocalDate first, LocalDate lastCounted, LocalDate last) {
        return switch (budget) {
            case Budget.WorkingDays _ -> !calendar.settled(first, last);
            case Budget.NaturalDays(var _, Budget.Shift shift) ->
                shift != Budget.Shift.NONE && !calendar.settled(lastCounted.minusDays(1), last);
            case Budget.Hours _ -> false;
        };
    }

    private boolean isShifted(LocalDate last) {
        return budget instanceof Budget.NaturalDays(var _, Budget.Shift shift) && isShifted(calendar, shift, last);
    }

    static boolean isShifted(WorkingCalendar calendar, Budget.Shift shift, LocalDate last) {
        return switch (shift) {
            case NONE -> false;
            case DECLARED_REST ->
                calendar.declared(last).filter(day -> day.kind() == Kind.REST).isPresent();
            case NON_WORKING_DAY -> !calendar.works(last);
        };
    }

    private Deadline hours(Duration hours) {
        Instant spent = start;
        Duration left = hours;
        for (Suspension suspension : suspensions) {
            Instant to = suspension.to();
            if (to != null && !to.isAfter(spent)) {
                continue;
            }
            if (suspension.from().isAfter(spent)) {
                Duration until = Duration.between(spent, suspension.from());
                if (until.compareTo(left) >= 0) {
                    break;
                }
                left = left.minus(until);
            }
            if (to == null) {
                return standing(left.toMinutes());
            }
            spent = to;
        }
        Instant at = spent.plus(left);
        return new Deadline(calendar, budget, start, suspensions, new Due(date(at), at, false), 0);
    }

    private Deadline standing(long unspent) {
        return new Deadline(calendar, budget, start, suspensions, null, unspent);
    }

    private int count(LocalDate after, LocalDate to) {
        return budget instanceof Budget.WorkingDays
                ? calendar.workingDays(after, to)
                : (int) (to.toEpochDay() - after.toEpochDay());
    }

    private LocalDate plus(LocalDate after, int days) {
        return budget instanceof Budget.WorkingDays ? calendar.plusWorkingDays(after, days) : after.plusDays(days);
    }

    /**
     * The day from which counting starts and which is not counted itself: that of the start, or the end of what suspended it.
     * {@link LocalDate#MAX} when that is still open.
     */
    static LocalDate dayNotCounted(List<Suspension> suspensions, LocalDate start) {
        LocalDate first = start;
        for (Suspension suspension : suspensions) {
            LocalDate to = firstAfter(suspension);
            if (!date(suspension.from()).isAfter(first) && to.isAfter(first)) {
                first = to;
            }
        }
        return first;
    }

    /** The suspension for which a day after the start does not count. */
    static @Nullable Suspension suspensionOn(List<Suspension> suspensions, LocalDate first, LocalDate day) {
        for (Suspension suspension : suspensions) {
            if (!day.isBefore(firstSuspended(suspension, first)) && day.isBefore(firstAfter(suspension))) {
                return suspension;
            }
        }
        return null;
    }

    private static LocalDate firstSuspended(Suspension suspension, LocalDate first) {
        LocalDate from = date(suspension.from());
        return from.isAfter(first) ? from : first.plusDays(1);
    }

    private static LocalDate firstAfter(Suspension suspension) {
        Instant to = suspension.to();
        return to == null ? LocalDate.MAX : date(to);
    }

    static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingCalendar.ZONE);
    }
}
