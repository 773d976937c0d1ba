package org.suyuan.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.deadlines.RunningClock.RungTime;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.WorkingCalendar;

/** What an entry in its ledger makes of a clock. Pure. */
final class Ticking {
    private Ticking() {}

    static RunningClock started(
            ClockId id,
            Rule rule,
            ClockSubject subject,
            Instant start,
            WorkingCalendar calendar,
            Instant now,
            Actor actor) {
        List<RungTime> rungs = rule.text().rungs().stream()
                .map(rung -> new RungTime(rung, null, null))
                .toList();
        long edition = CalendarShelf.edition(calendar);
        RunningClock blank =
                new RunningClock(id, rule, subject, start, ClockState.RUNNING, List.of(), rungs, null, edition, 0);
        return entered(blank, calendar, ClockEntry.Kind.STARTED, start, now, actor, null, null);
    }

    static RunningClock entered(
            RunningClock clock,
            WorkingCalendar calendar,
            ClockEntry.Kind kind,
            Instant at,
            Instant now,
            Actor actor,
            @Nullable String reason,
            @Nullable String legalBasis) {
        long edition = CalendarShelf.edition(calendar);
        ClockEntry bare = new ClockEntry(kind, at, now, actor.id(), actor.name(), reason, legalBasis, null, edition);
        RunningClock with = with(clock, bare, state(clock, kind), null, edition, clock.rungs());
        Deadline deadline = with.deadline(calendar);
        // A clock that is stopped keeps the end it had: that tells whether it was in time.
        Due due = kind == ClockEntry.Kind.STOPPED ? clock.due() : deadline.due();
        ClockEntry entry = new ClockEntry(kind, at, now, actor.id(), actor.name(), reason, legalBasis, due, edition);
        return with(clock, entry, with.state(), due, edition, rungs(with, due, calendar));
    }

    private static RunningClock with(
            RunningClock clock,
            ClockEntry entry,
            ClockState state,
            @Nullable Due due,
            long edition,
            List<RungTime> rungs) {
        List<ClockEntry> entries = new ArrayList<>(clock.entries());
        entries.add(entry);
        return new RunningClock(
                clock.id(),
                clock.rule(),
                clock.subject(),
                clock.startedAt(),
                state,
                entries,
                rungs,
                due,
                edition,
                clock.version() + 1);
    }

    private static ClockState state(RunningClock clock, ClockEntry.Kind kind) {
        return switch (kind) {
            case STARTED, RESUMED -> ClockState.RUNNING;
            case SUSPENDED -> ClockState.SUSPENDED;
            case STOPPED -> ClockState.STOPPED;
            case RECOUNTED -> clock.state();
        };
    }

    /** A rung once told stays told; one that would come before the clock even started never comes. */
    private static List<RungTime> rungs(RunningClock clock, @Nullable Due due, WorkingCalendar calendar) {
        boolean byTheClock = clock.rule().text().budget() instanceof Budget.Hours;
        return clock.rungs().stream()
                .map(rung -> {
                    if (rung.firedAt() != null) {
                        return rung;
                    }
                    Instant time = due == null || clock.state() == ClockState.STOPPED
                            ? null
                            : rung.rung().time(due, byTheClock, calendar);
                    boolean comes = time != null && time.isAfter(clock.startedAt());
                    return new RungTime(rung.rung(), comes ? time : null, null);
                })
                .toList();
    }
}
