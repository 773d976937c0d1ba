package org.suyuan.desk;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** What people see of tasks. One rule of sight, {@link TaskScope}, for list, count, detail and writes (design §6). */
@Component
public class Inbox {
    private final TaskStore store;
    private final Addresses addresses;
    private final WorkingDays workingDays;
    private final Clock clock;

    Inbox(TaskStore store, Addresses addresses, WorkingDays workingDays, Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public Page<Task> list(Actor actor, TaskFilter filter, PageRequest page) {
        return store.list(scope(actor), filter, horizon(), page);
    }

    public TaskCounts count(Actor actor, TaskFilter filter) {
        return store.count(scope(actor), filter, horizon());
    }

    public Optional<Task> find(Actor actor, TaskId id) {
        return store.find(scope(actor), id);
    }

    /** What happened to a task, oldest first; empty for one the actor does not see. */
    public List<TaskStep> steps(Actor actor, TaskId id) {
        return find(actor, id).map(task -> store.steps(task.id())).orElse(List.of());
    }

    public Horizon horizon() {
        return Horizon.at(clock.instant(), workingDays::contains);
    }

    TaskScope scope(Actor actor) {
        return new TaskScope(
                posts(actor),
                actor.organisation().orElse(null),
                actor.permissions(),
                actor.may(Permission.TASKS_DISPATCH) ? actor.scope() : null);
    }

    /** Every post the actor may act in today, himself or as a delegate. */
    public Set<PostId> posts(Actor actor) {
        Set<PostId> posts = new HashSet<>();
        for (Actor capacity : addresses.capacities(actor.id())) {
            if (capacity.capacity() != null) {
                posts.add(capacity.capacity().post());
            }
        }
        if (actor.capacity() != null) {
            posts.add(actor.capacity().post());
        }
        return posts;
    }
}
