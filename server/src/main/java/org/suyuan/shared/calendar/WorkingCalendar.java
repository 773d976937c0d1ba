package org.suyuan.shared.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;
import org.suyuan.shared.calendar.YearTable.Kind;

/**
 * Which days work. Weekends, holidays and make-up days (调休) are data, never computed from rules; of a year without a table
 * only the weekends are known, and what is counted through it is provisional (暂定).
 *
 * <p>Counting is arithmetic on running totals, not a walk over days: a limit costs two look-ups whatever its length.
 * Immutable; dates are those of {@link #ZONE}.
 */
public final class WorkingCalendar {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What is known where no table is: weekends. */
    public static final WorkingCalendar WEEKENDS_ONLY = of("weekends", List.of());

    /**
     * From this day on a year's last days wait for the next year's notice, which may still declare them: the notices of
     * 2007, 2008, 2012, 2019 and 2023 reached back to 29 December.
     */
    static final MonthDay TAIL_OF_YEAR = MonthDay.of(Month.DECEMBER, 25);

    private static final int WEEK = 7;
    private static final int WEEKDAYS = 5;
    private static final int WEEKEND = WEEK - WEEKDAYS;

    private final String version;
    private final Map<LocalDate, DeclaredDay> declared;
    private final Set<Integer> years;
    /** A Monday: first day of {@link #worked}. */
    private final long base;
    /** Working days from {@code base} to {@code base + i}, both included; whole weeks. */
    private final int[] worked;

    private WorkingCalendar(String version, Map<LocalDate, DeclaredDay> declared, Set<Integer> years) {
        this.version = version;
        this.declared = declared;
        this.years = years;
        LocalDate first =
                declared.keySet().stream().min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        LocalDate last =
                declared.keySet().stream().max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        this.base = monday.toEpochDay();
        this.worked = new int[(int) (sunday.toEpochDay() - base + 1)];
        int total = 0;
        for (int i = 0; i < worked.length; i++) {
            total += works(monday.plusDays(i)) ? 1 : 0;
            worked[i] = total;
        }
    }

    /**
     * @param version names this state of the tables for whoever keeps them
     * @param tables one a year; where two speak about a December day the later notice holds
     */
    public static WorkingCalendar of(String version, Collection<YearTable> tables) {
        Map<LocalDate, DeclaredDay> declared = new HashMap<>();
        tables.stream()
                .sorted(Comparator.comparingInt(YearTable::notice))
                .flatMap(table -> table.days().stream())
                .forEach(day -> declared.put(day.date(), day));
        Set<Integer> years = tables.stream().map(YearTable::notice).collect(Collectors.toUnmodifiableSet());
        if (years.size() != tables.size()) {
            throw new IllegalArgumentException("tables: " + tables.size() + " for " + years.size() + " years");
        }
        return new WorkingCalendar(version, Map.copyOf(declared), years);
    }

    public String version() {
        return version;
    }

    /** What a notice says about the date. */
    public Optional<DeclaredDay> declared(LocalDate date) {
        return Optional.ofNullable(declared.get(date));
    }

    public boolean works(LocalDate date) {
        DeclaredDay day = declared.get(date);
        return day == null ? !isWeekend(date) : day.kind() == Kind.WORK;
    }

    /** Whether no notice still to come can change what this date is. */
    public boolean settled(LocalDate date) {
        int year = date.getYear();
        return years.contains(year)
                && (years.contains(year + 1) || MonthDay.from(date).isBefore(TAIL_OF_YEAR));
    }

    /** Whether every date after the first up to and including the second is settled. */
    public boolean settled(LocalDate after, LocalDate to) {
        LocalDate date = after.plusDays(1);
        while (!date.isAfter(to)) {
            if (!settled(date)) {
                return false;
            }
            LocalDate tail = TAIL_OF_YEAR.atYear(date.getYear());
            date = date.isBefore(tail) ? tail : LocalDate.of(date.getYear() + 1, Month.JANUARY, 1);
        }
        return true;
    }

    /** Working days after the first date up to and including the second; negative when the second is earlier. */
    public int workingDays(LocalDate after, LocalDate to) {
        return total(to.toEpochDay()) - total(after.toEpochDay());
    }

    /**
     * The n-th working day after a date, which itself is not counted and need not work; with a negative n the n-th before.
     * Zero is the date itself.
     */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        if (n == 0) {
            return date;
        }
        long day = date.toEpochDay();
        return LocalDate.ofEpochDay(n > 0 ? workingDay(total(day) + n) : workingDay(total(day - 1) + n + 1));
    }

    /** When a limit that began at {@code start} ends; see {@link Suspension} for what does not count. */
    public Deadline deadline(Budget budget, Instant start, List<Suspension> suspensions) {
        return Counting.of(this, budget, start, suspensions);
    }

    /** Working days from {@link #base} to the day; negative before it. */
    private int total(long day) {
        long index = day - base;
        if (index < 0) {
            long before = -index - 1;
            return (int) -(before / WEEK * WEEKDAYS + Math.max(0, before % WEEK - WEEKEND));
        }
        if (index < worked.length) {
            return worked[(int) index];
        }
        long beyond = index - worked.length + 1;
        return (int) (worked[worked.length - 1] + beyond / WEEK * WEEKDAYS + Math.min(WEEKDAYS, beyond % WEEK));
    }

    /** The working day with which {@link #total} becomes {@code total}. */
    private long workingDay(int total) {
        if (total <= 0) {
            long back = -(long) total;
            return base - WEEKEND - 1 - back / WEEKDAYS * WEEK - back % WEEKDAYS;
        }
        int known = worked[worked.length - 1];
        if (total > known) {
            long more = (long) total - known - 1;
            return base + worked.length + more / WEEKDAYS * WEEK + more % WEEKDAYS;
        }
        int index = Arrays.binarySearch(worked, total);
        while (index > 0 && worked[index - 1] == total) {
            index--; // no longer than a row of rest days
        }
        return base + index;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > WEEKDAYS;
    }
}
