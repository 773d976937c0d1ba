package org.suyuan.desk;

import java.util.List;
import java.util.Optional;
import org.suyuan.deadlines.ClockId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** Keeps tasks and what happened to them. */
public interface TaskStore {
    /** Tasks counted for one inbox at most; the earliest deadlines first, so what is overdue is counted. */
    int COUNTED_MAX = 10_000;
    /** Steps shown of one task. */
    int STEPS_MAX = 500;

    /** Keeps a task unless one of its kind is open for its subject; says whether it did. */
    boolean insert(Task task);

    /** Replaces state, office, owner and deadline, and raises the version. */
    void update(Task task);

    void append(TaskId task, TaskStep step);

    /** By deadline, then by age. */
    Page<Task> list(TaskScope scope, TaskFilter filter, Horizon horizon, PageRequest page);

    /** One query for all groups. */
    TaskCounts count(TaskScope scope, TaskFilter filter, Horizon horizon);

    Optional<Task> find(TaskScope scope, TaskId id);

    /** The same, locked until the end of the transaction. */
    Optional<Task> lock(TaskScope scope, TaskId id);

    /** The open task of a kind for a subject, locked. */
    Optional<Task> lockOpen(String kind, String subjectKind, String subjectId);

    /** The open task that runs by a clock, locked. */
    Optional<Task> lockByClock(ClockId clock);

    /** Oldest first. */
    List<TaskStep> steps(TaskId id);

    /** One just written. */
    Task stored(TaskId id);
}
