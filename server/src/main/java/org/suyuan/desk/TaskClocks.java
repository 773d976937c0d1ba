package org.suyuan.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.suyuan.deadlines.ClockDue;
import org.suyuan.deadlines.ClockState;
import org.suyuan.deadlines.Clocks;
import org.suyuan.deadlines.DueChanged;
import org.suyuan.deadlines.Rung;
import org.suyuan.deadlines.RungReached;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.WorkingCalendar;

/**
 * Tasks that run by a clock: they follow its end, and its steps of escalation become notices. Up to the end whoever has the
 * task is told; after it his superiors, too.
 */
@Component
class TaskClocks {
    private final TaskStore store;
    private final Tasks tasks;
    private final Dispatch dispatch;
    private final Clocks clocks;
    private final Clock clock;

    TaskClocks(TaskStore store, Tasks tasks, Dispatch dispatch, Clocks clocks, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.dispatch = dispatch;
        this.clocks = clocks;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RungReached reached) {
        store.lockByClock(reached.clock()).ifPresent(task -> {
            boolean late =
                    Rung.parse(reached.rung()).filter(rung -> rung.offset() > 0).isPresent();
            List<ActorId> people = new ArrayList<>(tasks.concerned(task));
            if (late) {
                people.addAll(dispatch.superiorsOf(task));
            }
            String kind = late ? DeskNotices.OVERDUE : DeskNotices.DUE_SOON;
            tasks.tell(people, kind, task, day(reached.due().at()));
        });
    }

    /** Events may come late and in any order, so the clock itself is asked. */
    @ApplicationModuleListener
    void on(DueChanged changed) {
        Optional<ClockDue> now = clocks.due(changed.clock()).filter(due -> due.state() != ClockState.STOPPED);
        now.flatMap(_ -> store.lockByClock(changed.clock()))
                .ifPresent(task -> follow(task, now.orElseThrow().due()));
    }

    private void follow(Task task, Deadline.@Nullable Due end) {
        Due due = end == null ? null : new Due(end.at(), end.provisional(), why(task));
        if (Objects.equals(due, task.due())) {
            return;
        }
        Task after = task.due(due);
        store.update(after);
        store.append(
                task.id(),
                new TaskStep(
                        clock.instant(),
                        TaskStep.What.DUE_CHANGED,
                        null,
                        null,
                        due == null ? null : day(due.at()),
                        null));
        if (task.owner() != null) {
            String kind = due == null ? DeskNotices.DUE_SUSPENDED : DeskNotices.DUE_CHANGED;
            tasks.tell(List.of(task.owner().person()), kind, after, due == null ? "" : day(due.at()));
        }
    }

    /** The rule stays the one of the start, also through a suspension. */
    private static String why(Task task) {
        return task.dueWhy() == null ? "" : task.dueWhy();
    }

    private static String day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate().toString();
    }
}
