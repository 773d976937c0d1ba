package org.suyuan.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.WorkingCalendar;

/** Counts open clocks again when a calendar is approved: what was provisional becomes certain (standards h). */
@Component
class Recount {
    /** Clocks counted and written together. */
    static final int CHUNK = 1_000;

    private final ClockBook clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recount(ClockBook clocks, ApplicationEventPublisher events, Clock clock) {
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    record Result(long recounted, long changed) {}

    /** In the caller's transaction. Clocks that end before the December before the notice's year cannot be meant. */
    Result all(Actor actor, WorkingCalendar calendar, int notice) {
        LocalDate from = LocalDate.of(notice - 1, 12, 1);
        long recounted = 0;
        long changed = 0;
        ClockId after = null;
        List<RunningClock> chunk;
        do {
            chunk = clocks.lockRunning(from, after, CHUNK);
            changed += chunk(actor, calendar, chunk);
            recounted += chunk.size();
            after = chunk.isEmpty() ? after : chunk.getLast().id();
        } while (chunk.size() == CHUNK);
        return new Result(recounted, changed);
    }

    private long chunk(Actor actor, WorkingCalendar calendar, List<RunningClock> chunk) {
        List<RunningClock> moved = new ArrayList<>();
        List<ClockId> same = new ArrayList<>();
        List<DueChanged> told = new ArrayList<>();
        Instant now = clock.instant();
        for (RunningClock before : chunk) {
            RunningClock after =
                    Ticking.entered(before, calendar, ClockEntry.Kind.RECOUNTED, now, now, actor, null, null);
            if (isSame(before, after)) {
                same.add(before.id());
            } else {
                moved.add(after);
                told.add(new DueChanged(before.id(), before.subject(), after.state(), before.due(), after.due()));
            }
        }
        clocks.recounted(same, CalendarShelf.edition(calendar));
        clocks.append(moved);
        told.forEach(events::publishEvent);
        return moved.size();
    }

    /** The rungs are days of the calendar as well, and may lie in another place while the end stays. */
    private static boolean isSame(RunningClock before, RunningClock after) {
        return Objects.equals(before.due(), after.due()) && unfired(before).equals(unfired(after));
    }

    private static List<@Nullable Instant> unfired(RunningClock clock) {
        List<@Nullable Instant> times = new ArrayList<>();
        clock.rungs().stream().filter(rung -> rung.firedAt() == null).forEach(rung -> times.add(rung.firesAt()));
        return times;
    }
}
