package org.suyuan.deadlines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.TableText;
import org.suyuan.shared.calendar.YearTable;

/** Calendars are published, drafted, approved by somebody else, and make provisional ends certain (R3.87, standards h). */
class CalendarsTest {
    private static final String NOTICE = "国办发明电〔2026〕9号";
    private static final List<String> YEAR_2027 = List.of(
            "2027,2026-12-31,,REST,元旦",
            "2027,2027-01-01,2027-01-03,REST,元旦",
            "2027,2027-02-05,2027-02-13,REST,春节",
            "2027,2027-02-20,,WORK,春节");

    private final DeadlinesWorld world = new DeadlinesWorld("2026-12-25T09:00:00+08:00");

    @Test
    void the_published_calendars_are_in_force_from_the_first_start() {
        var tables =
                world.calendars.list(Officers.DRAFTER, null, DraftState.APPROVED, new PageRequest(100, null, true));
        assertThat(tables.total()).isEqualTo(23);
        assertThat(world.calendars.current().workingDays(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248);
    }

    @Test
    void a_drafted_calendar_is_in_force_only_when_somebody_else_approved_it() {
        CalendarTable draft = draft(YEAR_2027);
        assertThat(world.calendars.current().settled(LocalDate.of(2027, 3, 1))).isFalse();
        assertThatThrownBy(() -> world.calendars.approve(Officers.DRAFTER, draft.id(), null))
                .isInstanceOf(AccessRefused.class);

        CalendarTable approved =
                world.calendars.approve(Officers.APPROVER, draft.id(), "核对无误").calendar();
        assertThat(approved.edition()).isEqualTo(24);
        assertThat(approved.decision().orElseThrow().name()).isEqualTo("林审批");
        assertThat(world.calendars.current().settled(LocalDate.of(2027, 3, 1))).isTrue();
        assertThat(world.calendars.current().works(LocalDate.of(2027, 2, 20))).isTrue();
        assertThat(world.decided)
                .extracting(deed -> deed.action())
                .containsExactly("deadlines.calendar.drafted", "deadlines.calendar.approved");
    }

    @Test
    void nobody_approves_his_own_draft_and_nothing_is_decided_twice() {
        CalendarTable own =
                world.calendars.draft(Officers.BOTH, NOTICE, read(YEAR_2027)).getFirst();
        assertProblem(() -> world.calendars.approve(Officers.BOTH, own.id(), null), DeadlinesProblem.OWN_DRAFT);
        world.calendars.reject(Officers.BOTH, own.id(), "抄错了");
        assertProblem(
                () -> world.calendars.approve(Officers.APPROVER, own.id(), null), DeadlinesProblem.ALREADY_DECIDED);
    }

    @Test
    void a_new_calendar_counts_open_clocks_again_and_makes_provisional_ends_certain() {
        ClockId through = world.start("test-report", "2026-12-21T10:00:00+08:00");
        ClockId endOfYear = world.start("complaint-acceptance", "2026-12-22T10:00:00+08:00");
        ClockId before = world.start("complaint-acceptance", "2026-12-07T10:00:00+08:00");
        ClockId hours = world.start("food-recall-start-1", "2026-12-24T10:00:00+08:00");
        ClockId stopped = world.start("test-report", "2026-12-21T10:00:00+08:00");
        world.clocks.stop(Officers.BOTH, stopped, DeadlinesWorld.at("2026-12-22T10:00:00+08:00"), null);
        ClockId suspended = world.start("test-report", "2026-12-21T10:00:00+08:00");
        world.clocks.suspend(Officers.BOTH, suspended, DeadlinesWorld.at("2026-12-22T10:00:00+08:00"), "送检", "第二十四条");
        assertThat(due(through))
                .extracting(Due::day, Due::provisional)
                .containsExactly(LocalDate.of(2027, 1, 18), true);
        assertThat(due(endOfYear))
                .extracting(Due::day, Due::provisional)
                .containsExactly(LocalDate.of(2026, 12, 31), true);
        world.published.clear();

        Calendars.Approval approval =
                world.calendars.approve(Officers.APPROVER, draft(YEAR_2027).id(), null);

        assertThat(approval.recounted()).isEqualTo(3);
        assertThat(approval.changed()).isEqualTo(2);
        assertThat(due(through))
                .extracting(Due::day, Due::provisional)
                .containsExactly(LocalDate.of(2027, 1, 20), false);
        assertThat(due(endOfYear))
                .as("its last day became a rest day by the next year's notice")
                .extracting(Due::day, Due::provisional)
                .containsExactly(LocalDate.of(2027, 1, 4), false);
        assertThat(due(before).day()).isEqualTo("2026-12-16");
        assertThat(due(hours).day()).isEqualTo("2026-12-25");
        assertThat(world.heard(DueChanged.class))
                .extracting(DueChanged::clock)
                .containsExactlyInAnyOrder(through, endOfYear);
        assertThat(world.seen(through).entries().getLast().kind()).isEqualTo(ClockEntry.Kind.RECOUNTED);
        assertThat(world.seen(through).edition()).isEqualTo(24);
        assertThat(world.seen(before).entries()).hasSize(1);
        assertThat(world.seen(stopped).due())
                .extracting(due -> due.provisional())
                .isEqualTo(true);

        world.clocks.resume(Officers.BOTH, suspended, DeadlinesWorld.at("2026-12-23T10:00:00+08:00"), null);
        assertThat(due(suspended))
                .extracting(Due::day, Due::provisional)
                .containsExactly(LocalDate.of(2027, 1, 21), false);
    }

    @Test
    void a_corrected_table_of_a_known_year_moves_ends_as_well() {
        ClockId id = world.start("complaint-acceptance", "2026-12-07T10:00:00+08:00");
        assertThat(due(id).day()).isEqualTo("2026-12-16");
        YearTable published = TableText.published().getLast();
        List<YearTable.DeclaredDay> days = new ArrayList<>(published.days());
        days.add(new YearTable.DeclaredDay(LocalDate.of(2026, 12, 10), YearTable.Kind.REST, "临时放假", "extra day off"));
        CalendarTable draft = world.calendars
                .draft(Officers.DRAFTER, "更正", List.of(new YearTable(2026, days)))
                .getFirst();
        world.calendars.approve(Officers.APPROVER, draft.id(), null);
        assertThat(due(id).day()).isEqualTo("2026-12-17");
    }

    @Test
    void thousands_of_clocks_are_counted_again_in_one_approval() {
        world.transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 2_300; i++) {
                world.start("test-report", "2026-12-21T10:00:00+08:00");
            }
        });
        Calendars.Approval approval =
                world.calendars.approve(Officers.APPROVER, draft(YEAR_2027).id(), null);
        assertThat(approval.recounted()).isEqualTo(2_300);
        assertThat(approval.changed()).isEqualTo(2_300);
    }

    private CalendarTable draft(List<String> lines) {
        return world.calendars.draft(Officers.DRAFTER, NOTICE, read(lines)).getFirst();
    }

    private static List<YearTable> read(List<String> lines) {
        TableText.Read read = TableText.read(lines);
        assertThat(read.bad()).isEmpty();
        return read.tables();
    }

    private Due due(ClockId id) {
        return requireNonNull(world.clocks.due(id).orElseThrow().due());
    }

    private static void assertProblem(Runnable action, DeadlinesProblem problem) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, thrown -> assertThat(thrown.type()).isEqualTo(problem));
    }
}
