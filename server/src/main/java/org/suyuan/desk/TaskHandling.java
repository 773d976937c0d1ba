package org.suyuan.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/**
 * What people do with tasks. Each method answers empty for a task that the actor does not see, and throws a {@link Problem}
 * of {@link DeskProblem} for one with which he may not do this now; {@link #refusals} tells that beforehand. Everything
 * done is a step of the task and an entry in the audit trail.
 */
@Component
public class TaskHandling {
    private final TaskStore store;
    private final Tasks tasks;
    private final Inbox inbox;
    private final Dispatch dispatch;
    private final Openables openables;
    private final AuditTrail audit;
    private final Clock clock;

    TaskHandling(
            TaskStore store,
            Tasks tasks,
            Inbox inbox,
            Dispatch dispatch,
            Openables openables,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.openables = openables;
        this.audit = audit;
        this.clock = clock;
    }

    /** What can be done with a task. */
    public enum Action {
        TAKE,
        HAND_BACK,
        ASSIGN,
        COMPLETE,
        CANCEL
    }

    /** Every action with why the actor may not do it now, or nothing if he may. */
    public Map<Action, Optional<DeskProblem>> refusals(Actor actor, Task task) {
        Map<Action, Optional<DeskProblem>> refusals = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            refusals.put(action, refusal(action, actor, task));
        }
        return refusals;
    }

    private Optional<DeskProblem> refusal(Action action, Actor actor, Task task) {
        if (task.state().isClosed()) {
            return Optional.of(DeskProblem.TASK_CLOSED);
        }
        return Optional.ofNullable(
                switch (action) {
                    case TAKE -> taking(actor, task);
                    case HAND_BACK -> holding(actor, task);
                    case ASSIGN -> dispatching(actor, task);
                    case COMPLETE ->
                        task.closing() == Closing.BY_DECISION
                                ? DeskProblem.TASK_CLOSED_BY_DECISION
                                : holding(actor, task);
                    case CANCEL ->
                        task.closing() == Closing.BY_DECISION
                                ? DeskProblem.TASK_CLOSED_BY_DECISION
                                : dispatching(actor, task);
                });
    }

    private @Nullable DeskProblem taking(Actor actor, Task task) {
        if (task.state() == TaskState.TAKEN) {
            return DeskProblem.TASK_TAKEN;
        }
        if (actor.capacity() == null) {
            return DeskProblem.TASK_NEEDS_POST;
        }
        if (task.office() == null || !actor.organisation().equals(Optional.of(task.office()))) {
            return DeskProblem.TASK_OF_OTHER_OFFICE;
        }
        if (!actor.may(task.needs())) {
            return DeskProblem.TASK_NEEDS_PERMISSION;
        }
        return openables.couldOpen(actor, task.subject()) ? null : DeskProblem.TASK_SUBJECT_HIDDEN;
    }

    private static @Nullable DeskProblem holding(Actor actor, Task task) {
        if (task.state() != TaskState.TAKEN || task.owner() == null) {
            return DeskProblem.TASK_NOT_TAKEN;
        }
        boolean own = actor.capacity() != null
                && task.owner().post().equals(actor.capacity().post());
        return own ? null : DeskProblem.TASK_NOT_YOURS;
    }

    private static @Nullable DeskProblem dispatching(Actor actor, Task task) {
        return Dispatch.reaches(actor, task) ? null : DeskProblem.TASK_NEEDS_DISPATCHER;
    }

    /** Makes it one's own. */
    @Transactional
    public Optional<Task> take(Actor actor, TaskId id, Consumer<Task> precondition) {
        return change(Action.TAKE, actor, id, precondition, task -> {
            Task taken = Tasks.given(task, actor);
            record(actor, taken, "desk.task.taken", tasks.step(TaskStep.What.TAKEN, actor, null, null));
            return taken;
        });
    }

    /** Gives it back to one's office, for somebody else to take. */
    @Transactional
    public Optional<Task> handBack(Actor actor, TaskId id, Consumer<Task> precondition, String reason) {
        return change(Action.HAND_BACK, actor, id, precondition, task -> {
            Task open = task.placed(TaskState.OPEN, task.office(), task.officeName(), null);
            record(
                    actor,
                    open,
                    "desk.task.handed-back",
                    tasks.step(TaskStep.What.HANDED_BACK, actor, task.officeName(), reason));
            tasks.tell(dispatch.superiorsOf(task), actor.id(), DeskNotices.HANDED_BACK, open);
            return open;
        });
    }

    /**
     * Gives it to a person or an organisation within the actor's scope; never to somebody who could not open its subject.
     *
     * @throws org.suyuan.shared.InvalidInput when the one named cannot have it, with the reason
     */
    @Transactional
    public Optional<Task> assign(
            Actor actor, TaskId id, Consumer<Task> precondition, Assignee assignee, @Nullable String reason) {
        return change(Action.ASSIGN, actor, id, precondition, task -> {
            dispatch.check(actor, assignee, task.needs(), task.subject());
            Task given = tasks.place(task, assignee);
            record(
                    actor,
                    given,
                    "desk.task.assigned",
                    tasks.step(TaskStep.What.ASSIGNED, actor, Tasks.nameOf(given), reason));
            tasks.tell(given, actor.id());
            if (task.owner() != null && !task.owner().equals(given.owner())) {
                tasks.tell(List.of(task.owner().person()), actor.id(), DeskNotices.TAKEN_AWAY, given);
            }
            return given;
        });
    }

    /** Says that it is done. */
    @Transactional
    public Optional<Task> complete(Actor actor, TaskId id, Consumer<Task> precondition, @Nullable String note) {
        return change(Action.COMPLETE, actor, id, precondition, task -> {
            Instant now = clock.instant();
            Task done = task.closed(TaskState.DONE, task.owner(), now);
            record(actor, done, "desk.task.completed", tasks.step(TaskStep.What.DONE, actor, null, note));
            return done;
        });
    }

    /** Ends one that need not be done any more. */
    @Transactional
    public Optional<Task> cancel(Actor actor, TaskId id, Consumer<Task> precondition, String reason) {
        return change(Action.CANCEL, actor, id, precondition, task -> {
            Task cancelled = task.closed(TaskState.CANCELLED, task.owner(), clock.instant());
            record(actor, cancelled, "desk.task.cancelled", tasks.step(TaskStep.What.CANCELLED, actor, null, reason));
            if (task.owner() != null) {
                tasks.tell(List.of(task.owner().person()), actor.id(), DeskNotices.TAKEN_AWAY, cancelled);
            }
            return cancelled;
        });
    }

    /** Gives somebody something to do that no module asked for. */
    @Transactional
    public Task instruct(Actor actor, Instruction instruction) {
        actor.require(Permission.TASKS_DISPATCH);
        NewTask asked = dispatch.task(actor, instruction);
        TaskId id = tasks.open(asked, actor).orElseThrow();
        Task made = store.stored(id);
        audit.decided(actor, deed("desk.task.dispatched", made, instruction.text()));
        return made;
    }

    private Optional<Task> change(Action action, Actor actor, TaskId id, Consumer<Task> precondition, Change change) {
        Task task = store.lock(inbox.scope(actor), id).orElse(null);
        if (task == null) {
            return Optional.empty();
        }
        precondition.accept(task);
        refusal(action, actor, task).ifPresent(refused -> {
            throw new Problem(refused, "task " + id + " is " + task.state());
        });
        store.update(change.of(task));
        return Optional.of(store.stored(id));
    }

    private interface Change {
        Task of(Task task);
    }

    private void record(Actor actor, Task task, String action, TaskStep step) {
        store.append(task.id(), step);
        audit.decided(actor, deed(action, task, step.reason()));
    }

    private static Deed deed(String action, Task task, @Nullable String reason) {
        Subject subject =
                Subject.of("task", task.id().toString(), task.subject().title()).in(task.regionPath());
        String to = Tasks.nameOf(task);
        return Deed.of(action, subject, to == null ? Map.of() : Map.of("assignee", to))
                .because(reason, null);
    }
}
