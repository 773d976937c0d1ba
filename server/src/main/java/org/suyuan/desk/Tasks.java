package org.suyuan.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;

/**
 * Tasks as modules see them: a module opens one when somebody must decide, and closes it with the decision. What people do
 * with their tasks is {@link TaskHandling}, what they see of them {@link Inbox}.
 *
 * <p>Everything happens in the caller's transaction.
 */
@Component
public class Tasks {
    /** People of one office told about a new task. */
    static final int TOLD_MAX = 100;

    private final TaskStore store;
    private final Addresses addresses;
    private final Openables openables;
    private final Notices notices;
    private final Clock clock;

    Tasks(TaskStore store, Addresses addresses, Openables openables, Notices notices, Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.openables = openables;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Opens a task. Opening one that is closed by decision a second time for the same subject changes nothing, so an event
     * delivered twice makes one task.
     *
     * @return empty when such a task is open already
     */
    public Optional<TaskId> open(NewTask task) {
        return open(task, null);
    }

    /** @param by null when the platform itself opens it */
    @Transactional
    Optional<TaskId> open(NewTask asked, @Nullable Actor by) {
        if (!openables.knows(asked.subject().kind())) {
            throw new IllegalArgumentException("subject: nothing says who may open a "
                    + asked.subject().kind() + " (expected: an Openable of that kind)");
        }
        Instant now = clock.instant();
        Task unplaced = new Task(
                new TaskId(Uuid7.next(clock)),
                asked.kind(),
                asked.titleArguments(),
                asked.subject(),
                asked.regionPath(),
                asked.needs(),
                asked.closing(),
                asked.priority(),
                asked.due(),
                asked.due() == null ? null : asked.due().why(),
                asked.clock(),
                TaskState.OPEN,
                null,
                null,
                null,
                now,
                null,
                1);
        Task task = place(unplaced, asked.assignee());
        if (!store.insert(task)) {
            return Optional.empty();
        }
        store.append(task.id(), step(TaskStep.What.OPENED, by, nameOf(task), null));
        tell(task, by == null ? null : by.id());
        return Optional.of(task.id());
    }

    /** The task as the new assignee gets it. */
    Task place(Task task, Assignee assignee) {
        return switch (assignee) {
            case Assignee.Nobody() -> task.placed(TaskState.OPEN, null, null, null);
            case Assignee.Office(OrganisationId organisation) ->
                task.placed(
                        TaskState.OPEN,
                        organisation,
                        addresses
                                .office(organisation)
                                .map(Addresses.Office::name)
                                .orElse(null),
                        null);
            case Assignee.Post(var post) ->
                addresses
                        .holder(post)
                        .map(holder -> given(task, holder))
                        .orElseThrow(() -> new IllegalArgumentException("post: " + post + " (expected: one in force)"));
        };
    }

    /** In the hands of somebody in the post he acts in; his office's from then on. */
    static Task given(Task task, Actor holder) {
        Task.Owner owner = owner(holder)
                .orElseThrow(() -> new IllegalArgumentException(
                        "holder: " + holder.name() + " acts in no post (expected: a capacity)"));
        OrganisationId office = holder.organisation().orElse(null);
        String officeName = holder.capacity() == null ? null : holder.capacity().organisationName();
        return task.placed(TaskState.TAKEN, office, officeName, owner);
    }

    static Optional<Task.Owner> owner(Actor actor) {
        return Optional.ofNullable(actor.capacity())
                .map(capacity -> new Task.Owner(capacity.post(), actor.id(), actor.name(), capacity.title()));
    }

    /** Tells whoever has it now, but not him who did it. */
    void tell(Task task, @Nullable ActorId except) {
        String kind = task.owner() != null ? DeskNotices.ASSIGNED : DeskNotices.OPENED;
        tell(concerned(task), except, kind, task);
    }

    /** Its owner; while it has none, those of its office who could take it. */
    List<ActorId> concerned(Task task) {
        if (task.owner() != null) {
            return List.of(task.owner().person());
        }
        return task.office() == null
                ? List.of()
                : addresses.holders(task.office(), task.needs(), TOLD_MAX).stream()
                        .map(Actor::id)
                        .toList();
    }

    /** @param day that the notice is about */
    void tell(List<ActorId> people, String kind, Task task, String day) {
        notices.send(people, new NewNotice(kind, List.of(task.subject().title(), day), task.asLink()));
    }

    void tell(List<ActorId> people, @Nullable ActorId except, String kind, Task task) {
        notices.send(
                people.stream().filter(person -> !person.equals(except)).toList(),
                new NewNotice(kind, List.of(task.subject().title()), task.asLink()));
    }

    /** Whether a task of the kind is open for the subject. */
    public boolean isOpen(String kind, String subjectKind, String subjectId) {
        return store.lockOpen(kind, subjectKind, subjectId).isPresent();
    }

    /**
     * The subject was decided: closes its task, whoever has it. Does nothing when none is open.
     *
     * @param by who decided
     * @param note the decision in his words
     * @return the task as it was, whose clock is its module's to stop
     */
    @Transactional
    public Optional<Task> done(String kind, String subjectKind, String subjectId, Actor by, @Nullable String note) {
        Optional<Task> open = store.lockOpen(kind, subjectKind, subjectId);
        open.ifPresent(task -> {
            Task.Owner owner = owner(by).orElse(task.owner());
            store.update(task.closed(TaskState.DONE, owner, clock.instant()));
            store.append(task.id(), step(TaskStep.What.DONE, by, null, note));
        });
        return open;
    }

    /** The reason for the task has gone. Does nothing when none is open. */
    @Transactional
    public void cancelled(
            String kind, String subjectKind, String subjectId, @Nullable Actor by, @Nullable String reason) {
        store.lockOpen(kind, subjectKind, subjectId).ifPresent(task -> {
            store.update(task.closed(TaskState.CANCELLED, task.owner(), clock.instant()));
            store.append(task.id(), step(TaskStep.What.CANCELLED, by, null, reason));
        });
    }

    TaskStep step(TaskStep.What what, @Nullable Actor by, @Nullable String to, @Nullable String reason) {
        return new TaskStep(
                clock.instant(), what, by == null ? null : by.name(), by == null ? null : inWords(by), to, reason);
    }

    /** The capacity as histories show it: body, post, and whom a delegate stands for. */
    static @Nullable String inWords(Actor actor) {
        if (actor.capacity() == null) {
            return null;
        }
        String own =
                actor.capacity().organisationName() + " " + actor.capacity().title();
        return actor.capacity().behalfOf() == null
                ? own
                : own + " (代 " + actor.capacity().behalfOf().name() + ")";
    }

    static @Nullable String nameOf(Task task) {
        if (task.owner() == null) {
            return task.officeName();
        }
        String person = task.owner().name() + " · " + task.owner().title();
        return task.officeName() == null ? person : task.officeName() + " · " + person;
    }
}
