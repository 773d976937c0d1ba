package org.suyuan.shared.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one yearly notice of the State Council declares beyond "weekdays work, weekends rest".
 *
 * @param notice year the notice is for; its days may begin in the December before
 * @param days each date once
 */
public record YearTable(int notice, List<DeclaredDay> days) {
    public static final int NOTICE_MIN = 1990;
    public static final int NOTICE_MAX = 2199;

    public YearTable {
        if (notice < NOTICE_MIN || notice > NOTICE_MAX) {
            throw new IllegalArgumentException(
                    "notice: " + notice + " (expected: " + NOTICE_MIN + " … " + NOTICE_MAX + ")");
        }
        days = List.copyOf(days);
        Set<LocalDate> seen = new HashSet<>();
        for (DeclaredDay day : days) {
            if (!covers(notice, day.date())) {
                throw new IllegalArgumentException(
                        "date: " + day.date() + " (expected: in " + notice + " or the December before)");
            }
            if (!seen.add(day.date())) {
                throw new IllegalArgumentException("date: " + day.date() + " (expected: each date once)");
            }
        }
    }

    /** Whether a notice for this year can speak about the date. */
    public static boolean covers(int notice, LocalDate date) {
        return date.getYear() == notice || (date.getYear() == notice - 1 && date.getMonthValue() == 12);
    }

    /**
     * @param name of the holiday it belongs to, as the notice calls it: {@code 国庆节}
     * @param nameEn the same in English, where known
     */
    public record DeclaredDay(
            LocalDate date,
            Kind kind,
            String name,
            @Nullable String nameEn) {}

    public enum Kind {
        /** 放假: a rest day, weekday or not. */
        REST,
        /** 调休上班: a weekend day that works. */
        WORK
    }
}
