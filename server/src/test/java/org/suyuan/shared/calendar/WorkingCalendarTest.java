package org.suyuan.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suyuan.shared.calendar.YearTable.Kind.REST;
import static org.suyuan.shared.calendar.YearTable.Kind.WORK;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;

/** The published tables and the arithmetic on them: the vectors of standards h. */
class WorkingCalendarTest {
    private static final WorkingCalendar CN = WorkingCalendar.of("published", TableText.published());

    @ParameterizedTest
    @CsvSource({"2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void each_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) {
        assertThat(CN.workingDays(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void each_month_of_2026_has_its_working_days() {
        List<Integer> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(2026, month))
                .map(month -> CN.workingDays(month.atDay(1).minusDays(1), month.atEndOfMonth()))
                .toList();
        assertThat(months).containsExactly(21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23);
    }

    @Test
    void the_make_up_days_of_2026_work() {
        List<LocalDate> madeUp = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(date ->
                        CN.declared(date).filter(day -> day.kind() == WORK).isPresent())
                .toList();
        assertThat(madeUp)
                .containsExactly(
                        LocalDate.of(2026, 1, 4),
                        LocalDate.of(2026, 2, 14),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 5, 9),
                        LocalDate.of(2026, 9, 20),
                        LocalDate.of(2026, 10, 10))
                .allMatch(CN::works);
    }

    @Test
    void a_notice_was_published_for_every_year_from_2004_to_2026_and_none_yet_for_2027() {
        List<Integer> years =
                TableText.published().stream().map(YearTable::notice).toList();
        assertThat(years).isEqualTo(IntStream.rangeClosed(2004, 2026).boxed().toList());
        assertThat(CN.settled(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(CN.settled(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(CN.settled(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 4)))
                .isFalse();
    }

    /** The notice of 2019 declared the last days of 2018: a Saturday that works, a Sunday and a Monday that rest. */
    @Test
    void a_december_day_can_be_in_the_next_years_notice() {
        assertThat(CN.works(LocalDate.of(2018, 12, 29))).isTrue();
        assertThat(CN.works(LocalDate.of(2018, 12, 31))).isFalse();

        List<YearTable> until2018 = TableText.published().stream()
                .filter(table -> table.notice() <= 2018)
                .toList();
        WorkingCalendar before = WorkingCalendar.of("before the notice of 2019", until2018);
        assertThat(before.works(LocalDate.of(2018, 12, 31))).isTrue();
        assertThat(before.settled(LocalDate.of(2018, 12, 31)))
                .as("the last days of a year wait for the next notice")
                .isFalse();
        assertThat(before.settled(LocalDate.of(2018, 12, 24))).isTrue();
        assertThat(CN.settled(LocalDate.of(2018, 12, 31))).isTrue();
    }

    @Test
    void the_later_notice_holds_for_a_december_day_that_two_speak_about() {
        LocalDate lastDay = LocalDate.of(2030, 12, 31);
        YearTable of2030 = new YearTable(2030, List.of(new DeclaredDay(lastDay, REST, "岁末", null)));
        YearTable of2031 = new YearTable(2031, List.of(new DeclaredDay(lastDay, WORK, "元旦", null)));
        assertThat(WorkingCalendar.of("both", List.of(of2031, of2030)).works(lastDay))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24, 7, 2026-10-12",
        "2026-02-13, 7, 2026-03-02",
        "2026-01-02, 7, 2026-01-12",
        "2026-04-30, 15, 2026-05-25",
        "2026-09-18, 20, 2026-10-22",
        "2025-09-30, 7, 2025-10-16",
        // The golden incident: complaints accepted in time, the recall completed in time.
        "2026-09-21, 7, 2026-10-08",
        "2026-09-25, 10, 2026-10-15",
    })
    void the_nth_working_day_after_a_date_is_found(LocalDate date, int days, LocalDate expected) {
        assertThat(CN.plusWorkingDays(date, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15, -2, 2026-10-13",
        "2026-10-08, -1, 2026-09-30",
        "2026-10-05, -1, 2026-09-30",
        "2026-10-12, -1, 2026-10-10",
        "2026-10-08, 0, 2026-10-08",
    })
    void the_nth_working_day_before_a_date_is_found(LocalDate date, int days, LocalDate expected) {
        assertThat(CN.plusWorkingDays(date, days)).isEqualTo(expected);
    }

    /** Seeded, over dates far before and after all tables as well. */
    @Test
    void arithmetic_agrees_with_walking_day_by_day() {
        RandomDates random = new RandomDates("arithmetic_agrees_with_walking_day_by_day");
        for (int i = 0; i < 20_000; i++) {
            WorkingCalendar calendar = random.calendar();
            LocalDate date = random.date();
            int n = random.between(-60, 60);
            LocalDate found = calendar.plusWorkingDays(date, n);
            assertThat(found).as("%s %+d", date, n).isEqualTo(DayByDay.plus(calendar, date, n));
            assertThat(calendar.workingDays(date, found)).isEqualTo(DayByDay.count(calendar, date, found));
            assertThat(calendar.settled(date, found.plusDays(3)))
                    .isEqualTo(date.plusDays(1)
                            .datesUntil(later(date.plusDays(1), found.plusDays(4)))
                            .allMatch(calendar::settled));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    @Test
    void a_table_says_each_date_once_and_only_of_its_own_year() {
        DeclaredDay day = new DeclaredDay(LocalDate.of(2027, 1, 1), REST, "元旦", null);
        assertThatThrownBy(() -> new YearTable(2027, List.of(day, day))).hasMessageContaining("each date once");
        assertThatThrownBy(() -> new YearTable(2026, List.of(day))).hasMessageContaining("2027-01-01");
    }

    @Test
    void a_bad_table_is_told_line_by_line() {
        TableText.Read read = TableText.read(List.of(
                "notice,from,to,kind,name,name_en",
                "# holidays",
                "2027,2027-01-01,2027-01-03,REST,元旦,New Year's Day",
                "2027,2027-01-02,,REST,元旦",
                "2027,2027-01-08,,WORK,元旦",
                "2027,2027-13-08,,WORK,元旦",
                "2027,2027-02-06,2027-01-01,REST,春节",
                "2027,2026-11-30,,REST,春节",
                "27,2027-05-01,,PAUSE,",
                "2027,2027-05-01"));
        Map<Integer, List<String>> bad = new TreeMap<>();
        read.bad()
                .forEach(line ->
                        bad.computeIfAbsent(line.line(), _ -> new ArrayList<>()).add(line.column()));
        assertThat(bad)
                .containsExactly(
                        Map.entry(4, List.of("from")),
                        Map.entry(5, List.of("kind")),
                        Map.entry(6, List.of("from")),
                        Map.entry(7, List.of("to")),
                        Map.entry(8, List.of("from")),
                        Map.entry(9, List.of("notice", "kind", "name")),
                        Map.entry(10, List.of("line")));
    }
}
