package org.suyuan.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.Dispatch;
import org.suyuan.desk.Inbox;
import org.suyuan.desk.Task;
import org.suyuan.desk.TaskId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;

/** {@code /api/desk/assignees}: to whom a dispatcher may give something. */
@RestController
@RequestMapping("/api/desk/assignees")
@Tag(name = "desk: tasks")
class AssigneeController {
    private static final int TEXT_LENGTH_MAX = 100;

    private final Dispatch dispatch;
    private final Inbox inbox;

    AssigneeController(Dispatch dispatch, Inbox inbox) {
        this.dispatch = dispatch;
        this.inbox = inbox;
    }

    /**
     * @param task to be assigned; or, for something that is no task yet, {@code subjectKind} and {@code subjectId}
     * @param q part of a name
     */
    record AssigneeQuery(
            @Nullable UUID task,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable String q) {}

    record Person(String post, String person, String name, String title, Named organisation) {}

    record Named(String id, String name) {}

    record Assignees(List<Person> people, List<Named> organisations) {}

    @GetMapping
    @Operation(summary = "The people and organisations that a task, or a thing, may be given to")
    Assignees list(Actor actor, @ParameterObject AssigneeQuery query) {
        String text = query.q() == null ? "" : query.q().strip();
        if (text.length() > TEXT_LENGTH_MAX) {
            throw InvalidInput.of("q", text, "size", "expected: at most " + TEXT_LENGTH_MAX + " characters");
        }
        Dispatch.Candidates found = candidates(actor, query, text)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "no such task or thing"));
        return new Assignees(
                found.people().stream().flatMap(AssigneeController::person).toList(),
                found.offices().stream()
                        .map(office -> new Named(office.id().toString(), office.name()))
                        .toList());
    }

    private Optional<Dispatch.Candidates> candidates(Actor actor, AssigneeQuery query, String text) {
        if (query.task() != null) {
            Optional<Task> task = inbox.find(actor, new TaskId(query.task()));
            return task.map(found -> dispatch.candidates(actor, found.needs(), found.subject(), text));
        }
        if (query.subjectKind() == null || query.subjectId() == null) {
            throw InvalidInput.of("task", null, "required", "expected: task, or subjectKind and subjectId");
        }
        return dispatch.candidates(actor, query.subjectKind(), query.subjectId(), text);
    }

    private static Stream<Person> person(Actor actor) {
        Capacity capacity = actor.capacity();
        return capacity == null || capacity.organisation() == null
                ? Stream.empty()
                : Stream.of(new Person(
                        capacity.post().toString(),
                        actor.id().toString(),
                        actor.name(),
                        capacity.title(),
                        new Named(
                                Objects.requireNonNull(capacity.organisation()).toString(),
                                capacity.organisationName())));
    }
}
