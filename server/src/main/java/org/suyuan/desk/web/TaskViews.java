package org.suyuan.desk.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.desk.DeskProblem;
import org.suyuan.desk.Due;
import org.suyuan.desk.Horizon;
import org.suyuan.desk.Inbox;
import org.suyuan.desk.Task;
import org.suyuan.desk.TaskHandling;
import org.suyuan.desk.TaskStep;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;

/** Shows tasks in the reader's language. */
@Component
class TaskViews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Inbox inbox;
    private final TaskHandling handling;
    private final MessageSource messages;

    TaskViews(Inbox inbox, TaskHandling handling, MessageSource messages) {
        this.inbox = inbox;
        this.handling = handling;
        this.messages = messages;
    }

    List<TaskView> of(Actor actor, List<Task> tasks, Locale locale) {
        Horizon horizon = inbox.horizon();
        Set<PostId> mine = inbox.posts(actor);
        return tasks.stream()
                .map(task -> view(mine, task, horizon, null, null, locale))
                .toList();
    }

    TaskView detail(Actor actor, Task task, Locale locale) {
        List<TaskView.Step> history = inbox.steps(actor, task.id()).stream()
                .map(step -> step(step, locale))
                .toList();
        List<TaskView.AllowedAction> actions = handling.refusals(actor, task).entrySet().stream()
                .map(entry -> action(entry.getKey(), entry.getValue(), locale))
                .toList();
        return view(inbox.posts(actor), task, inbox.horizon(), history, actions, locale);
    }

    private TaskView view(
            Set<PostId> mine,
            Task task,
            Horizon horizon,
            @Nullable List<TaskView.Step> history,
            @Nullable List<TaskView.AllowedAction> actions,
            Locale locale) {
        Due due = task.due();
        String state = task.state().name();
        return new TaskView(
                task.id().toString(),
                task.kind(),
                title(task, locale),
                task.subject(),
                new CodedName(state, text("task-state." + state, locale)),
                task.priority(),
                task.state().isClosed() ? null : horizon.bucket(due == null ? Instant.MAX : due.at()),
                due == null ? null : time(due.at()),
                due != null && due.provisional(),
                due == null ? null : why(task, due, locale),
                task.office() == null ? null : new TaskView.Office(task.office().toString(), task.officeName()),
                owner(mine, task),
                task.regionPath(),
                time(task.openedAt()),
                task.closedAt() == null ? null : time(task.closedAt()),
                history,
                actions);
    }

    private String title(Task task, Locale locale) {
        return messages.getMessage("task." + task.kind(), task.titleArguments().toArray(), locale);
    }

    private String why(Task task, Due due, Locale locale) {
        String told = messages.getMessage("task." + task.kind() + ".why", new Object[] {due.why()}, null, locale);
        return told == null ? due.why() : told;
    }

    private static TaskView.@Nullable Owner owner(Set<PostId> mine, Task task) {
        Task.Owner owner = task.owner();
        return owner == null
                ? null
                : new TaskView.Owner(
                        owner.post().toString(),
                        owner.person().toString(),
                        owner.name(),
                        owner.title(),
                        mine.contains(owner.post()));
    }

    private TaskView.Step step(TaskStep step, Locale locale) {
        String what = step.what().name();
        return new TaskView.Step(
                time(step.at()),
                new CodedName(what, text("task-step." + what, locale)),
                step.by(),
                step.byCapacity(),
                step.to(),
                step.reason());
    }

    private TaskView.AllowedAction action(TaskHandling.Action action, Optional<DeskProblem> refusal, Locale locale) {
        return new TaskView.AllowedAction(
                action.name(),
                text("task-action." + action.name(), locale),
                refusal.isEmpty(),
                refusal.map(problem -> text(problem.titleKey(), locale)).orElse(null));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    static OffsetDateTime time(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }
}
