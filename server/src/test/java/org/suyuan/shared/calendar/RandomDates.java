package org.suyuan.shared.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;
import org.suyuan.shared.calendar.YearTable.Kind;

/** Dates, limits and suspensions as they occur, from a seed that a failure prints; {@code -Dsuyuan.seed=…} repeats it. */
final class RandomDates {
    private static final List<WorkingCalendar> CALENDARS = List.of(
            WorkingCalendar.of("published", TableText.published()),
            WorkingCalendar.WEEKENDS_ONLY,
            WorkingCalendar.of(
                    "with gaps",
                    TableText.published().stream()
                            .filter(table -> table.notice() % 3 != 0)
                            .toList()),
            WorkingCalendar.of("all summer free", List.of(summer())));

    private final Random random;

    RandomDates(String test) {
        long seed = Long.getLong("suyuan.seed", System.nanoTime());
        System.out.println(test + ": -Dsuyuan.seed=" + seed);
        random = new Random(seed);
    }

    private static YearTable summer() {
        List<DeclaredDay> days = new ArrayList<>();
        LocalDate.of(2025, 6, 1)
                .datesUntil(LocalDate.of(2025, 9, 1))
                .forEach(date -> days.add(new DeclaredDay(date, Kind.REST, "暑假", null)));
        LocalDate.of(2025, 9, 1)
                .datesUntil(LocalDate.of(2025, 12, 1))
                .filter(WorkingCalendar::isWeekend)
                .forEach(date -> days.add(new DeclaredDay(date, Kind.WORK, "暑假", null)));
        return new YearTable(2025, days);
    }

    WorkingCalendar calendar() {
        return CALENDARS.get(random.nextInt(CALENDARS.size()));
    }

    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    LocalDate date() {
        return switch (random.nextInt(4)) {
            case 0 -> LocalDate.of(1990, 1, 1).plusDays(random.nextInt(60 * 365));
            case 1 -> LocalDate.of(2026, 12, 1).plusDays(random.nextInt(90));
            default -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3 * 365));
        };
    }

    Instant instant() {
        return date().atStartOfDay(WorkingCalendar.ZONE).toInstant().plusSeconds(random.nextInt(86_400));
    }

    Budget budget() {
        return switch (random.nextInt(3)) {
            case 0 -> new Budget.WorkingDays(between(1, 45));
            case 1 -> {
                Budget.Shift[] shifts = Budget.Shift.values();
                yield new Budget.NaturalDays(between(1, 90), shifts[random.nextInt(shifts.length)]);
            }
            default -> new Budget.Hours(between(1, 24 * 9));
        };
    }

    /** Mostly apart, sometimes touching, overlapping, shorter than a day, before the start, or open at the end. */
    List<Suspension> suspensions(Instant start) {
        List<Suspension> made = new ArrayList<>();
        Instant at = start.minusSeconds(random.nextInt(5 * 86_400));
        for (int i = random.nextInt(4); i > 0; i--) {
            at = at.plusSeconds(random.nextInt(-86_400, 10 * 86_400));
            Instant end = at.plusSeconds(random.nextInt(random.nextBoolean() ? 7_200 : 12 * 86_400));
            made.add(new Suspension(at, i == 1 && random.nextInt(5) == 0 ? null : end, "检验", "第22条"));
            at = random.nextInt(4) == 0 ? end : end.plusSeconds(random.nextInt(3 * 86_400));
        }
        return made;
    }
}
