package org.suyuan.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.Assignee;
import org.suyuan.desk.Bucket;
import org.suyuan.desk.Inbox;
import org.suyuan.desk.Instruction;
import org.suyuan.desk.Link;
import org.suyuan.desk.Priority;
import org.suyuan.desk.Task;
import org.suyuan.desk.TaskCounts;
import org.suyuan.desk.TaskFilter;
import org.suyuan.desk.TaskHandling;
import org.suyuan.desk.TaskId;
import org.suyuan.desk.TaskState;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** {@code /api/desk/tasks}: what waits for whom. */
@RestController
@RequestMapping("/api/desk/tasks")
@Tag(name = "desk: tasks", description = "Tasks 待办 by deadline")
class TaskController {
    static final int REASON_LENGTH_MAX = 1_000;

    private final Inbox inbox;
    private final TaskHandling handling;
    private final TaskViews views;

    TaskController(Inbox inbox, TaskHandling handling, TaskViews views) {
        this.inbox = inbox;
        this.handling = handling;
        this.views = views;
    }

    /** @param assignee {@code me}, {@code organisation}, {@code nobody}; all that one may see when left out */
    record TaskQuery(
            @Nullable String assignee,
            @Nullable TaskState state,
            @Nullable Bucket bucket,
            @Nullable String kind,
            @Nullable String subjectKind,
            @Nullable String subjectId) {
        TaskFilter filter() {
            if ((subjectKind == null) != (subjectId == null)) {
                throw InvalidInput.of(
                        "subjectId", subjectId, "required", "expected: subjectKind and subjectId together");
            }
            Link subject = subjectKind == null || subjectId == null ? null : new Link(subjectKind, subjectId, "");
            return new TaskFilter(whose(assignee), state, bucket, kind, subject);
        }

        static TaskFilter.Whose whose(@Nullable String assignee) {
            return switch (assignee) {
                case null -> TaskFilter.Whose.ALL;
                case "me" -> TaskFilter.Whose.ME;
                case "organisation" -> TaskFilter.Whose.ORGANISATION;
                case "nobody" -> TaskFilter.Whose.NOBODY;
                case "all" -> TaskFilter.Whose.ALL;
                default ->
                    throw InvalidInput.of("assignee", assignee, "type", "expected: me, organisation, nobody or all");
            };
        }
    }

    @GetMapping
    @Operation(summary = "The tasks you may see, by deadline; those not closed unless a state is named")
    Page<TaskView> list(
            Actor actor, @ParameterObject TaskQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Task> found = inbox.list(actor, query.filter(), page);
        return new Page<>(views.of(actor, found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @GetMapping("/counts")
    @Operation(summary = "How many of them are overdue, due today, this week, later")
    TaskCounts counts(Actor actor, @ParameterObject TaskQuery query) {
        return inbox.count(actor, query.filter());
    }

    @GetMapping("/{id}")
    @AuditedRead(action = "desk.task.read", kind = "task", id = "id")
    @Operation(summary = "One task, with its history, its ETag and what you may do with it")
    ResponseEntity<TaskView> find(Actor actor, @PathVariable UUID id, Locale locale) {
        return detail(actor, inbox.find(actor, new TaskId(id)), id, locale);
    }

    /**
     * @param post or {@code organisation}, one of them; neither leaves it to be assigned later
     * @param due last moment in time
     */
    record NewInstruction(
            SubjectKey subject,
            String text,
            @Nullable UUID post,
            @Nullable UUID organisation,
            @Nullable OffsetDateTime due,
            @Nullable Priority priority) {}

    record SubjectKey(String kind, String id) {}

    @PostMapping
    @Operation(summary = "Give somebody something to do about a thing that you and he may see")
    ResponseEntity<TaskView> instruct(Actor actor, @RequestBody NewInstruction body, Locale locale) {
        Task made = handling.instruct(
                actor,
                new Instruction(
                        body.subject().kind(),
                        body.subject().id(),
                        body.text(),
                        assignee(body.post(), body.organisation()),
                        body.due() == null ? null : body.due().toInstant(),
                        body.priority() == null ? Priority.NORMAL : body.priority()));
        return ResponseEntity.created(URI.create("/api/desk/tasks/" + made.id()))
                .eTag(new Revision(made.version()).etag())
                .body(views.detail(actor, made, locale));
    }

    @PostMapping("/{id}/takings")
    @Operation(summary = "Take a task of your organisation")
    ResponseEntity<TaskView> take(Actor actor, @PathVariable UUID id, IfMatch ifMatch, Locale locale) {
        return detail(actor, handling.take(actor, new TaskId(id), seen(ifMatch)), id, locale);
    }

    record Reason(String reason) {
        Reason {
            reason = checked("/reason", reason, 1);
        }
    }

    @PostMapping("/{id}/returns")
    @Operation(summary = "Hand a task of yours back to your organisation")
    ResponseEntity<TaskView> handBack(
            Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody Reason body, Locale locale) {
        return detail(actor, handling.handBack(actor, new TaskId(id), seen(ifMatch), body.reason()), id, locale);
    }

    /** @param post or {@code organisation}, one of them */
    record Assignment(
            @Nullable UUID post,
            @Nullable UUID organisation,
            @Nullable String reason) {
        Assignment {
            reason = reason == null ? null : checked("/reason", reason, 0);
        }
    }

    @PostMapping("/{id}/assignments")
    @Operation(summary = "Give a task to a person or an organisation, one of /api/desk/assignees")
    ResponseEntity<TaskView> assign(
            Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody Assignment body, Locale locale) {
        if (body.post() == null && body.organisation() == null) {
            throw InvalidInput.of("/post", null, "required", "expected: post or organisation");
        }
        Assignee assignee = assignee(body.post(), body.organisation());
        return detail(
                actor, handling.assign(actor, new TaskId(id), seen(ifMatch), assignee, body.reason()), id, locale);
    }

    record Completion(@Nullable String note) {
        Completion {
            note = note == null ? null : checked("/note", note, 0);
        }
    }

    @PostMapping("/{id}/completions")
    @Operation(summary = "Say that a task of yours is done, unless a decision closes it")
    ResponseEntity<TaskView> complete(
            Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody Completion body, Locale locale) {
        return detail(actor, handling.complete(actor, new TaskId(id), seen(ifMatch), body.note()), id, locale);
    }

    @PostMapping("/{id}/cancellations")
    @Operation(summary = "End a task that need not be done any more")
    ResponseEntity<TaskView> cancel(
            Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody Reason body, Locale locale) {
        return detail(actor, handling.cancel(actor, new TaskId(id), seen(ifMatch), body.reason()), id, locale);
    }

    private ResponseEntity<TaskView> detail(Actor actor, Optional<Task> found, UUID id, Locale locale) {
        Task task = found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "task: " + id));
        return ResponseEntity.ok().eTag(new Revision(task.version()).etag()).body(views.detail(actor, task, locale));
    }

    private static Consumer<Task> seen(IfMatch ifMatch) {
        return task -> ifMatch.check(new Revision(task.version()));
    }

    private static Assignee assignee(@Nullable UUID post, @Nullable UUID organisation) {
        if (post != null && organisation != null) {
            throw InvalidInput.of("/organisation", organisation.toString(), "one-of", "expected: post or organisation");
        }
        if (post != null) {
            return new Assignee.Post(new PostId(post));
        }
        return organisation == null ? new Assignee.Nobody() : new Assignee.Office(new OrganisationId(organisation));
    }

    private static String checked(String pointer, String text, int min) {
        String stripped = text.strip();
        if (stripped.length() < min || stripped.length() > REASON_LENGTH_MAX) {
            throw InvalidInput.of(
                    pointer, text, "size", "expected: " + min + " … " + REASON_LENGTH_MAX + " characters");
        }
        return stripped;
    }
}
