package org.suyuan.desk.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.desk.Bucket;
import org.suyuan.desk.Horizon;
import org.suyuan.desk.TaskFilter;
import org.suyuan.desk.TaskId;
import org.suyuan.desk.TaskScope;
import org.suyuan.desk.TaskState;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** Which tasks, as a WHERE clause over alias {@code t}: the one place where the desk turns sight into SQL. */
final class TaskConditions {
    /** The deadline of a task without one. */
    static final String NEVER = "infinity";

    private static final String FALSE = "FALSE";

    private final TaskScope scope;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    TaskConditions(TaskScope scope) {
        this.scope = scope;
    }

    /** Adds the sight and what the filter asks for. */
    TaskConditions narrow(TaskFilter filter, Horizon horizon) {
        conditions.add(
                switch (filter.whose()) {
                    case ME -> mine();
                    case ORGANISATION -> organisations();
                    case NOBODY -> "t.office IS NULL AND t.owner_post IS NULL AND (" + dispatched() + ")";
                    case ALL -> all();
                });
        TaskState state = filter.state();
        conditions.add(
                state == null || !state.isClosed()
                        ? "t.state IN ('OPEN', 'TAKEN')"
                        : "t.state IN ('DONE', 'CANCELLED')");
        if (state != null) {
            with("t.state = :state", "state", state.name());
        }
        if (filter.kind() != null) {
            with("t.kind = :kind", "kind", filter.kind());
        }
        if (filter.subject() != null) {
            with(
                    "t.subject_kind = :subjectKind",
                    "subjectKind",
                    filter.subject().kind());
            with("t.subject_id = :subjectId", "subjectId", filter.subject().id());
        }
        if (filter.bucket() != null) {
            within(filter.bucket(), horizon);
        }
        return this;
    }

    TaskConditions withId(TaskId id) {
        conditions.add(all());
        return with("t.id = :id", "id", id.value());
    }

    TaskConditions withOwnId(TaskId id) {
        conditions.add(mine());
        return with("t.id = :id", "id", id.value());
    }

    /** After the last row of the page before. */
    void after(List<String> key, PageRequest page) {
        try {
            String due = key.getFirst().equals(NEVER)
                    ? NEVER
                    : Instant.parse(key.getFirst()).toString();
            parameters.put("afterDue", due);
            parameters.put("afterId", UUID.fromString(key.getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
        conditions.add("(t.due_at, t.id) > (:afterDue::timestamptz, :afterId)");
    }

    private String all() {
        return mine() + "\n OR " + organisations() + "\n OR " + dispatched();
    }

    private String mine() {
        if (scope.posts().isEmpty()) {
            return FALSE;
        }
        parameters.put("posts", scope.posts().stream().map(post -> post.value()).toArray(UUID[]::new));
        return "t.owner_post = ANY (:posts)";
    }

    private String organisations() {
        if (scope.organisation() == null) {
            return FALSE;
        }
        parameters.put("organisation", scope.organisation().value());
        parameters.put(
                "permissions", scope.permissions().stream().map(Enum::name).toArray(String[]::new));
        return "t.office = :organisation AND t.needs = ANY (:permissions)";
    }

    private String dispatched() {
        return switch (scope.dispatching()) {
            case null -> FALSE;
            case Scope.Everything() -> "TRUE";
            case Scope.Jurisdiction(String path) -> {
                // A range and not a LIKE, so that prepared statements use the index whatever the parameter.
                parameters.put("regionFrom", path);
                parameters.put("regionTo", Scope.Jurisdiction.after(path));
                yield "t.region_path ~>=~ :regionFrom AND t.region_path ~<~ :regionTo";
            }
            case Scope.OwnOrganisation(OrganisationId own) -> {
                parameters.put("dispatching", own.value());
                yield "t.office = :dispatching";
            }
            case Scope.OwnOperator _, Scope.Nothing() -> FALSE;
        };
    }

    private void within(Bucket bucket, Horizon horizon) {
        switch (bucket) {
            case OVERDUE -> between(null, horizon.now());
            case TODAY -> between(horizon.now(), horizon.endOfToday());
            case WEEK -> between(horizon.endOfToday(), horizon.endOfWeek());
            case LATER -> between(horizon.endOfWeek(), null);
        }
    }

    private void between(@Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            with("t.due_at >= :dueFrom", "dueFrom", JdbcTaskStore.at(from));
        }
        if (to != null) {
            with("t.due_at < :dueTo", "dueTo", JdbcTaskStore.at(to));
        }
    }

    private TaskConditions with(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
        return this;
    }

    String where() {
        return "WHERE (" + String.join(")\n  AND (", conditions) + ")";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
