package org.suyuan.deadlines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.calendar.Deadline.Due;

/** Clocks of the law: they start, stand still, go on and end, and their ledger tells it. */
class ClocksTest {
    private static final PageRequest PAGE = new PageRequest(30, null, true);

    private final DeadlinesWorld world = new DeadlinesWorld("2026-11-22T09:00:00+08:00");

    @Test
    void the_golden_incidents_clocks_end_when_its_story_says() {
        assertThat(day(world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00")))
                .isEqualTo("2026-10-08");
        assertThat(day(world.start("food-recall-completion-1", "2026-09-25T16:00:00+08:00")))
                .isEqualTo("2026-10-15");
        ClockId hours = world.start("food-recall-start-1", "2026-09-24T16:30:00+08:00");
        assertThat(due(hours).at()).isEqualTo(DeadlinesWorld.at("2026-09-25T16:30:00+08:00"));
    }

    @Test
    void a_clock_takes_the_version_of_its_rule_in_force_when_it_started() {
        ClockId before = world.start("complaint-mediation", "2026-04-14T10:00:00+08:00");
        ClockId after = world.start("complaint-mediation", "2026-04-15T10:00:00+08:00");
        assertThat(world.seen(before).rule().text().citation()).contains("第20号");
        assertThat(day(before)).isEqualTo("2026-06-18"); // 45 working days
        assertThat(world.seen(after).rule().text().citation()).contains("第121号");
        assertThat(day(after)).isEqualTo("2026-06-15"); // 60 days, the last a Sunday
    }

    @Test
    void a_rule_that_ended_starts_no_clock() {
        assertThat(day(world.start("reporter-notice", "2026-04-14T10:00:00+08:00")))
                .isEqualTo("2026-04-21");
        assertProblem(
                () -> world.start("reporter-notice", "2026-04-15T10:00:00+08:00"), DeadlinesProblem.NO_RULE_IN_FORCE);
    }

    @Test
    void a_suspended_clock_has_no_end_until_it_goes_on() {
        ClockId id = world.start("complaint-acceptance", "2026-11-09T10:00:00+08:00");
        world.clocks.suspend(Officers.BOTH, id, at("2026-11-11T10:00:00+08:00"), "送检", "121号令第二十二条");
        assertThat(world.clocks.due(id).orElseThrow().due()).isNull();
        assertThat(world.seen(id).state()).isEqualTo(ClockState.SUSPENDED);
        world.clocks.resume(Officers.BOTH, id, at("2026-11-18T10:00:00+08:00"), "报告已到");

        assertThat(day(id)).as("seven days later than 11-18").isEqualTo("2026-11-25");
        RunningClock seen = world.seen(id);
        assertThat(seen.suspensions()).hasSize(1);
        assertThat(seen.entries())
                .extracting(ClockEntry::kind)
                .containsExactly(ClockEntry.Kind.STARTED, ClockEntry.Kind.SUSPENDED, ClockEntry.Kind.RESUMED);
        assertThat(seen.entries().get(1).legalBasis()).isEqualTo("121号令第二十二条");
        assertThat(world.heard(DueChanged.class)).hasSize(2);
        assertThat(world.decided)
                .extracting(deed -> deed.action())
                .containsExactly("deadlines.clock.started", "deadlines.clock.suspended", "deadlines.clock.resumed");
    }

    @Test
    void a_stopped_clock_keeps_its_end_and_tells_nothing_more() {
        ClockId id = world.start("complaint-acceptance", "2026-11-16T10:00:00+08:00");
        Due before = due(id);
        world.clocks.stop(Officers.BOTH, id, at("2026-11-18T10:00:00+08:00"), "已受理");
        ClockDue after = world.clocks.due(id).orElseThrow();
        assertThat(after.due()).isEqualTo(before);
        assertThat(after.state()).isEqualTo(ClockState.STOPPED);
        assertThat(after.rungs()).allSatisfy(rung -> assertThat(rung.firesAt()).isNull());
    }

    @Test
    void a_clock_refuses_what_its_state_does_not_allow() {
        ClockId id = world.start("complaint-acceptance", "2026-11-16T10:00:00+08:00");
        assertProblem(
                () -> world.clocks.resume(Officers.BOTH, id, at("2026-11-17T10:00:00+08:00"), null),
                DeadlinesProblem.CLOCK_NOT_SUSPENDED);
        world.clocks.suspend(Officers.BOTH, id, at("2026-11-17T10:00:00+08:00"), "送检", "第二十二条");
        assertProblem(
                () -> world.clocks.suspend(Officers.BOTH, id, at("2026-11-18T10:00:00+08:00"), "又", "第二十二条"),
                DeadlinesProblem.CLOCK_NOT_RUNNING);
        assertThatThrownBy(() -> world.clocks.resume(Officers.BOTH, id, at("2026-11-16T23:00:00+08:00"), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not before");
        assertThatThrownBy(() -> world.clocks.resume(Officers.BOTH, id, at("2026-11-23T10:00:00+08:00"), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not after");
        world.clocks.stop(Officers.BOTH, id, at("2026-11-19T10:00:00+08:00"), null);
        assertProblem(
                () -> world.clocks.stop(Officers.BOTH, id, at("2026-11-19T10:00:00+08:00"), null),
                DeadlinesProblem.CLOCK_STOPPED);
    }

    @Test
    void rungs_lie_on_mornings_of_working_days_around_the_end() {
        ClockDue due = world.clocks
                .due(world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00"))
                .orElseThrow();
        assertThat(due.rungs())
                .extracting(rung -> rung.rung().code() + " " + rung.firesAt())
                .containsExactly("-2wd 2026-09-29T00:00:00Z", "due 2026-10-08T00:00:00Z", "+1wd 2026-10-09T00:00:00Z");
        ClockDue hours = world.clocks
                .due(world.start("food-recall-start-1", "2026-09-24T16:30:00+08:00"))
                .orElseThrow();
        assertThat(hours.rungs())
                .extracting(rung -> rung.rung().code() + " " + rung.firesAt())
                .containsExactly("-4h 2026-09-25T04:30:00Z", "due 2026-09-25T08:30:00Z", "+4h 2026-09-25T12:30:00Z");
    }

    @Test
    void a_clock_is_seen_within_scope_only() {
        OperatorId operator = new OperatorId(UUID.randomUUID());
        OrganisationId laboratory = new OrganisationId(UUID.randomUUID());
        ClockSubject tongan = new ClockSubject("sample", "1", "样品", "/35/3502/350212/", laboratory, operator);
        ClockId id = world.clocks.start(Officers.BOTH, "test-report", at("2026-11-16T10:00:00+08:00"), tongan);
        ClockId nowhere = world.clocks.start(
                Officers.BOTH,
                "test-report",
                at("2026-11-16T10:00:00+08:00"),
                new ClockSubject("sample", "2", "样品", null, null, null));

        assertThat(sees(new Scope.Jurisdiction("/35/3502/"), id)).isTrue();
        assertThat(sees(new Scope.Jurisdiction("/"), id)).isTrue();
        assertThat(sees(new Scope.Jurisdiction("/35/3502/350211/"), id)).isFalse();
        assertThat(sees(new Scope.OwnOperator(operator), id)).isTrue();
        assertThat(sees(new Scope.OwnOperator(new OperatorId(UUID.randomUUID())), id))
                .isFalse();
        assertThat(sees(new Scope.OwnOrganisation(laboratory), id)).isTrue();
        assertThat(sees(new Scope.Nothing(), id)).isFalse();
        assertThat(sees(new Scope.Jurisdiction("/"), nowhere)).isFalse();
        Actor without = Officers.officer("无权");
        assertThatThrownBy(() -> world.clocks.find(without, id)).isInstanceOf(AccessRefused.class);
    }

    private boolean sees(Scope scope, ClockId id) {
        Actor reader = Officers.within(scope, "读", Permission.DEADLINES_READ);
        ClockFilter all = new ClockFilter("sample", null, null, null);
        var listed = world.clocks.list(reader, all, PAGE);
        boolean found = world.clocks.find(reader, id).isPresent();
        assertThat(listed.items().stream().anyMatch(clock -> clock.id().equals(id)))
                .as("list and detail agree")
                .isEqualTo(found);
        assertThat(requireNonNull(listed.total())).isEqualTo(listed.items().size());
        return found;
    }

    @Test
    void the_ends_of_a_page_of_things_come_in_one_call() {
        ClockId one = world.start("complaint-acceptance", "2026-11-16T10:00:00+08:00");
        ClockId other = world.start("complaint-mediation", "2026-11-16T10:00:00+08:00");
        assertThat(world.clocks.dues(List.of(one, other, new ClockId(UUID.randomUUID()))))
                .containsOnlyKeys(one, other);
    }

    @Test
    void a_clocks_end_is_explained_by_the_calendar_it_was_counted_with() {
        ClockId id = world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
        RunningClock seen = world.seen(id);
        assertThat(world.clocks.deadline(seen).due()).isEqualTo(seen.due());
        assertThat(world.clocks.deadline(seen).explanation(LocalDate.of(2026, 10, 8), 100))
                .hasSize(18);
    }

    private LocalDate day(ClockId id) {
        return due(id).day();
    }

    private Due due(ClockId id) {
        return requireNonNull(world.clocks.due(id).orElseThrow().due());
    }

    private static Instant at(String time) {
        return DeadlinesWorld.at(time);
    }

    private static void assertProblem(Runnable action, @Nullable DeadlinesProblem problem) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, thrown -> assertThat(thrown.type()).isEqualTo(problem));
    }
}
