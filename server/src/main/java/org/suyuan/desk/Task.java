package org.suyuan.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.deadlines.ClockId;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Permission;

/**
 * Something that somebody has to do (待办).
 *
 * @param due null when nothing presses, or while the clock is suspended
 * @param dueWhy the rule behind the deadline, kept through a suspension
 * @param clock that the deadline follows
 * @param office whose task it is; null for one that nobody has been given yet, and for one of a post outside offices
 * @param officeName as it was when the task came there
 * @param owner who has it, present while it is {@link TaskState#TAKEN}; once closed, who closed it
 * @param version grows with every change
 */
public record Task(
        TaskId id,
        String kind,
        List<String> titleArguments,
        Link subject,
        String regionPath,
        Permission needs,
        Closing closing,
        Priority priority,
        @Nullable Due due,
        @Nullable String dueWhy,
        @Nullable ClockId clock,
        TaskState state,
        @Nullable OrganisationId office,
        @Nullable String officeName,
        @Nullable Owner owner,
        Instant openedAt,
        @Nullable Instant closedAt,
        long version) {
    public Task {
        titleArguments = List.copyOf(titleArguments);
    }

    /**
     * @param name of the person, as it was when he got the task
     * @param title of his post
     */
    public record Owner(PostId post, ActorId person, String name, String title) {}

    /** With another office, owner or neither. */
    Task placed(TaskState state, @Nullable OrganisationId office, @Nullable String officeName, @Nullable Owner owner) {
        return new Task(
                id,
                kind,
                titleArguments,
                subject,
                regionPath,
                needs,
                closing,
                priority,
                due,
                dueWhy,
                clock,
                state,
                office,
                officeName,
                owner,
                openedAt,
                null,
                version);
    }

    Task due(@Nullable Due moved) {
        return new Task(
                id,
                kind,
                titleArguments,
                subject,
                regionPath,
                needs,
                closing,
                priority,
                moved,
                dueWhy,
                clock,
                state,
                office,
                officeName,
                owner,
                openedAt,
                closedAt,
                version);
    }

    Task closed(TaskState state, @Nullable Owner owner, Instant at) {
        return new Task(
                id,
                kind,
                titleArguments,
                subject,
                regionPath,
                needs,
                closing,
                priority,
                due,
                dueWhy,
                clock,
                state,
                office,
                officeName,
                owner,
                openedAt,
                at,
                version);
    }

    /** The task itself, as notices link to it. */
    Link asLink() {
        return new Link("task", id.toString(), subject.title());
    }
}
