package org.suyuan.shared.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.shared.calendar.Budget.Hours;
import org.suyuan.shared.calendar.Budget.NaturalDays;
import org.suyuan.shared.calendar.Budget.Shift;
import org.suyuan.shared.calendar.Budget.WorkingDays;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.ExplainedDay.Standing;

/** When limits end, what suspends them, and that they can say why (standards h, Order 121 Art 22 and 45). */
class DeadlineTest {
    private static final WorkingCalendar CN = WorkingCalendar.of("published", TableText.published());
    private static final String LAB = "送检";
    private static final String ART_22 = "121号令第22条";

    @ParameterizedTest
    @CsvSource({
        "2026-08-03, NONE, 2026-10-02",
        "2026-08-03, NON_WORKING_DAY, 2026-10-08",
        "2026-08-03, DECLARED_REST, 2026-10-08",
        "2026-05-06, NONE, 2026-07-05",
        "2026-05-06, NON_WORKING_DAY, 2026-07-06",
        "2026-05-06, DECLARED_REST, 2026-07-05",
        "2026-03-05, NON_WORKING_DAY, 2026-05-06",
        "2026-02-20, NON_WORKING_DAY, 2026-04-21",
    })
    void sixty_natural_days_end_on_or_after_a_rest_day_as_the_rule_says(LocalDate start, Shift shift, LocalDate end) {
        Due due = due(CN.deadline(new NaturalDays(60, shift), noon(start), List.of()));
        assertThat(due.day()).isEqualTo(end);
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_limit_in_days_ends_with_the_last_day() {
        Due due = due(CN.deadline(new WorkingDays(7), at("2026-09-21T09:00:00+08:00"), List.of()));
        assertThat(due.day()).isEqualTo("2026-10-08");
        assertThat(due.at()).isEqualTo("2026-10-08T16:00:00Z"); // midnight in Shanghai
    }

    @Test
    void twenty_four_hours_run_over_mid_autumn() {
        Due due = due(CN.deadline(new Hours(24), at("2026-09-24T16:30:00+08:00"), List.of()));
        assertThat(due.at()).isEqualTo(at("2026-09-25T16:30:00+08:00"));
        assertThat(CN.works(due.day())).isFalse();
    }

    @Test
    void late_evening_in_utc_is_already_the_next_day_in_shanghai() {
        Deadline deadline = CN.deadline(new WorkingDays(1), Instant.parse("2026-09-21T16:00:00Z"), List.of());
        assertThat(due(deadline).day()).isEqualTo("2026-09-23");
    }

    @Test
    void a_limit_through_a_year_without_table_is_provisional_until_the_table_arrives() {
        Budget twenty = new WorkingDays(20);
        Instant start = noon(LocalDate.of(2026, 12, 21));
        assertThat(due(CN.deadline(twenty, start, List.of())).provisional()).isTrue();

        List<YearTable> tables = new ArrayList<>(TableText.published());
        tables.addAll(
                TableText.read(List.of("2027,2027-01-01,2027-01-03,REST,元旦")).tables());
        Due settled = due(WorkingCalendar.of("with 2027", tables).deadline(twenty, start, List.of()));
        assertThat(settled.provisional()).isFalse();
        assertThat(settled.day()).isEqualTo("2027-01-19");
    }

    @Test
    void a_natural_day_limit_is_provisional_only_where_its_end_could_move() {
        Instant start = noon(LocalDate.of(2026, 11, 22));
        assertThat(due(CN.deadline(new NaturalDays(60, Shift.NONE), start, List.of()))
                        .provisional())
                .isFalse();
        assertThat(due(CN.deadline(new NaturalDays(60), start, List.of())).provisional())
                .isTrue();
    }

    @Test
    void a_suspension_moves_the_end_by_as_many_days_as_lie_between() {
        Suspension lab = new Suspension(at("2026-03-10T10:00:00+08:00"), at("2026-03-20T10:00:00+08:00"), LAB, ART_22);
        Instant start = noon(LocalDate.of(2026, 3, 2));
        Budget sixty = new NaturalDays(60, Shift.NONE);
        LocalDate without = due(CN.deadline(sixty, start, List.of())).day();
        assertThat(due(CN.deadline(sixty, start, List.of(lab))).day()).isEqualTo(without.plusDays(10));
    }

    @Test
    void a_suspension_on_the_last_day_leaves_that_day() {
        Instant start = noon(LocalDate.of(2026, 6, 1));
        Suspension open = new Suspension(at("2026-06-10T15:00:00+08:00"), null, LAB, ART_22);
        Deadline standing = CN.deadline(new WorkingDays(7), start, List.of(open));
        assertThat(standing.due()).isNull();
        assertThat(standing.unspent()).isEqualTo(1);

        Suspension ended = new Suspension(open.from(), at("2026-06-22T09:00:00+08:00"), LAB, ART_22);
        assertThat(due(CN.deadline(new WorkingDays(7), start, List.of(ended))).day())
                .isEqualTo("2026-06-22");
    }

    @Test
    void a_pause_within_one_day_wins_no_time() {
        Instant start = noon(LocalDate.of(2026, 6, 1));
        Suspension minute =
                new Suspension(at("2026-06-03T15:00:00+08:00"), at("2026-06-03T15:01:00+08:00"), LAB, ART_22);
        assertThat(due(CN.deadline(new WorkingDays(7), start, List.of(minute))).day())
                .isEqualTo(
                        due(CN.deadline(new WorkingDays(7), start, List.of())).day());
    }

    @Test
    void what_was_over_before_a_suspension_stays_over() {
        Instant start = noon(LocalDate.of(2026, 6, 1));
        Suspension late = new Suspension(at("2026-07-01T15:00:00+08:00"), null, LAB, ART_22);
        assertThat(due(CN.deadline(new WorkingDays(7), start, List.of(late))).day())
                .isEqualTo("2026-06-10");
    }

    @Test
    void suspended_hours_do_not_count_to_the_minute() {
        Suspension lab = new Suspension(at("2026-09-24T20:00:00+08:00"), at("2026-09-26T20:30:00+08:00"), LAB, ART_22);
        Due due = due(CN.deadline(new Hours(24), at("2026-09-24T16:30:00+08:00"), List.of(lab)));
        assertThat(due.at()).isEqualTo(at("2026-09-27T17:00:00+08:00"));
    }

    @Test
    void remaining_time_counts_working_days_and_turns_negative() {
        Deadline deadline = CN.deadline(new WorkingDays(10), noon(LocalDate.of(2026, 9, 25)), List.of());
        var before = requireNonNull(deadline.remaining(at("2026-09-30T12:00:00+08:00")));
        assertThat(before.workingDays()).isEqualTo(7);
        assertThat(before.naturalDays()).isEqualTo(15);
        assertThat(before.time()).isEqualTo(Duration.ofHours(15 * 24 + 12));
        assertThat(before.overdue()).isFalse();
        var onTheDay = requireNonNull(deadline.remaining(at("2026-10-15T23:59:59+08:00")));
        assertThat(onTheDay.workingDays()).isZero();
        assertThat(onTheDay.overdue()).isFalse();
        var after = requireNonNull(deadline.remaining(at("2026-10-17T00:00:00+08:00")));
        assertThat(after.workingDays()).isEqualTo(-1);
        assertThat(after.overdue()).isTrue();
    }

    @Test
    void every_day_of_the_golden_recall_is_explained() {
        Deadline deadline = CN.deadline(new WorkingDays(10), noon(LocalDate.of(2026, 9, 25)), List.of());
        List<ExplainedDay> days = deadline.explanation(LocalDate.of(2026, 9, 25), 100);
        assertThat(days).hasSize(21);
        assertThat(days.getFirst().standing()).isEqualTo(Standing.START);
        assertThat(on(days, "2026-09-26").standing()).isEqualTo(Standing.HOLIDAY);
        assertThat(on(days, "2026-09-26").name()).isEqualTo("中秋节");
        assertThat(on(days, "2026-09-28").counted()).isEqualTo(1);
        assertThat(on(days, "2026-10-03").name()).isEqualTo("国庆节");
        assertThat(on(days, "2026-10-10").standing()).isEqualTo(Standing.MADE_UP);
        assertThat(on(days, "2026-10-10").counted()).isEqualTo(6);
        assertThat(on(days, "2026-10-11").standing()).isEqualTo(Standing.WEEKEND);
        assertThat(days.getLast().last()).isTrue();
        assertThat(days.getLast().counted()).isEqualTo(10);
    }

    @Test
    void an_explanation_names_the_suspension_and_the_extension() {
        Suspension lab = new Suspension(at("2026-08-10T10:00:00+08:00"), at("2026-08-12T10:00:00+08:00"), LAB, ART_22);
        Deadline deadline = CN.deadline(new NaturalDays(58), noon(LocalDate.of(2026, 8, 3)), List.of(lab));
        List<ExplainedDay> days = deadline.explanation(LocalDate.of(2026, 8, 3), 100);
        assertThat(on(days, "2026-08-10").suspension()).isEqualTo(lab);
        assertThat(on(days, "2026-08-11").standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(on(days, "2026-08-12").standing()).isEqualTo(Standing.COUNTED);
        assertThat(on(days, "2026-10-02").counted()).isEqualTo(58);
        assertThat(on(days, "2026-10-03").standing()).isEqualTo(Standing.EXTENDED);
        assertThat(days.getLast().date()).isEqualTo("2026-10-08");
    }

    @Test
    void limits_agree_with_counting_day_by_day() {
        RandomDates random = new RandomDates("limits_agree_with_counting_day_by_day");
        for (int i = 0; i < 20_000; i++) {
            WorkingCalendar calendar = random.calendar();
            Instant start = random.instant();
            List<Suspension> suspensions = random.suspensions(start);
            Budget budget = random.budget();
            if (budget instanceof Hours) {
                continue;
            }
            Deadline deadline = calendar.deadline(budget, start, suspensions);
            LocalDate expected = DayByDay.lastDay(calendar, budget, Counting.date(start), suspensions);
            assertThat(dayOf(deadline))
                    .as("%s from %s, %s", budget, start, suspensions)
                    .isEqualTo(expected);
            explanationCloses(deadline);
        }
    }

    /** The last explained day carries the whole budget, and no day is missing. */
    private static void explanationCloses(Deadline deadline) {
        Due due = deadline.due();
        if (due != null) {
            List<ExplainedDay> days = deadline.explanation(due.day(), 10_000);
            assertThat(days.getLast().counted()).isEqualTo(deadline.budget().amount());
            assertThat(days.getLast().last()).isTrue();
            assertThat(days).hasSize((int)
                    (due.day().toEpochDay() - Counting.date(deadline.start()).toEpochDay() + 1));
            assertThat(days.stream()
                            .filter(day -> day.standing() == Standing.COUNTED || day.standing() == Standing.MADE_UP))
                    .hasSize(deadline.budget().amount());
        }
    }

    @Test
    void limits_in_hours_agree_with_counting_seconds() {
        RandomDates random = new RandomDates("limits_in_hours_agree_with_counting_seconds");
        for (int i = 0; i < 60; i++) {
            Instant start = random.instant();
            List<Suspension> suspensions = random.suspensions(start);
            Hours budget = new Hours(random.between(1, 72));
            Deadline deadline = CN.deadline(budget, start, suspensions);
            Due due = deadline.due();
            assertThat(due == null ? null : due.at())
                    .as("%s from %s, %s", budget, start, suspensions)
                    .isEqualTo(DayByDay.lastSecond(budget, start, suspensions));
            if (due != null) {
                List<ExplainedDay> days = deadline.explanation(due.day(), 10_000);
                assertThat(days.getLast().elapsed()).isEqualTo(Duration.ofHours(budget.amount()));
            }
        }
    }

    private static @Nullable LocalDate dayOf(Deadline deadline) {
        Due due = deadline.due();
        return due == null ? null : due.day();
    }

    private static ExplainedDay on(List<ExplainedDay> days, String date) {
        return days.stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    private static Due due(Deadline deadline) {
        return Objects.requireNonNull(deadline.due());
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
