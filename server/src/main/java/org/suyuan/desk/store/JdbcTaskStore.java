package org.suyuan.desk.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.desk.Closing;
import org.suyuan.desk.Due;
import org.suyuan.desk.Horizon;
import org.suyuan.desk.Link;
import org.suyuan.desk.Priority;
import org.suyuan.desk.Task;
import org.suyuan.desk.TaskCounts;
import org.suyuan.desk.TaskFilter;
import org.suyuan.desk.TaskId;
import org.suyuan.desk.TaskScope;
import org.suyuan.desk.TaskState;
import org.suyuan.desk.TaskStep;
import org.suyuan.desk.TaskStore;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

@Repository
class JdbcTaskStore implements TaskStore {
    private static final String COLUMNS = """
            t.id, t.kind, t.title_arguments, t.subject_kind, t.subject_id, t.subject_title, t.region_path, t.needs,
            t.closing, t.priority, NULLIF(t.due_at, 'infinity') AS due_at, t.due_provisional, t.due_why, t.state,
            t.office, t.office_name, t.owner_post, t.owner_person, t.owner_name, t.owner_title, t.opened_at,
            t.closed_at, t.version
            """;
    private static final String SELECT = "SELECT " + COLUMNS + "FROM desk.task AS t\n";

    private final JdbcClient jdbc;

    JdbcTaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Task task) {
        return jdbc.sql("""
                        INSERT INTO desk.task (id, kind, title_arguments, subject_kind, subject_id, subject_title,
                            region_path, needs, closing, priority, due_at, due_provisional, due_why, state, office,
                            office_name, owner_post, owner_person, owner_name, owner_title, opened_at, closed_at, version)
                        VALUES (:id, :kind, :arguments, :subjectKind, :subjectId, :subjectTitle,
                            :regionPath, :needs, :closing, :priority, :dueAt::timestamptz, :dueProvisional, :dueWhy,
                            :state, :office, :officeName, :ownerPost, :ownerPerson, :ownerName, :ownerTitle,
                            :openedAt::timestamptz, :closedAt::timestamptz, :version)
                        ON CONFLICT (kind, subject_kind, subject_id)
                            WHERE closing = 'BY_DECISION' AND state IN ('OPEN', 'TAKEN') DO NOTHING
                        """).params(parameters(task)).update() == 1;
    }

    @Override
    public void update(Task task) {
        SecondWall.outside(
                Beyond.OWN_WRITING, () -> jdbc.sql("""
                UPDATE desk.task
                SET state = :state, office = :office, office_name = :officeName, owner_post = :ownerPost,
                    owner_person = :ownerPerson, owner_name = :ownerName, owner_title = :ownerTitle,
                    due_at = :dueAt::timestamptz, due_provisional = :dueProvisional, due_why = :dueWhy,
                    closed_at = :closedAt::timestamptz, version = version + 1
                WHERE id = :id
                """).params(parameters(task)).update());
    }

    private static Map<String, @Nullable Object> parameters(Task task) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", task.id().value());
        values.put("kind", task.kind());
        values.put("arguments", task.titleArguments().toArray(String[]::new));
        values.put("subjectKind", task.subject().kind());
        values.put("subjectId", task.subject().id());
        values.put("subjectTitle", task.subject().title());
        values.put("regionPath", task.regionPath());
        values.put("needs", task.needs().name());
        values.put("closing", task.closing().name());
        values.put("priority", task.priority().name());
        Due due = task.due();
        values.put("dueAt", due == null ? "infinity" : due.at().toString());
        values.put("dueProvisional", due != null && due.provisional());
        values.put("dueWhy", due == null ? null : due.why());
        values.put("state", task.state().name());
        values.put("office", task.office() == null ? null : task.office().value());
        values.put("officeName", task.officeName());
        Task.Owner owner = task.owner();
        values.put("ownerPost", owner == null ? null : owner.post().value());
        values.put("ownerPerson", owner == null ? null : owner.person().value());
        values.put("ownerName", owner == null ? null : owner.name());
        values.put("ownerTitle", owner == null ? null : owner.title());
        values.put("openedAt", task.openedAt().toString());
        values.put("closedAt", task.closedAt() == null ? null : task.closedAt().toString());
        values.put("version", task.version());
        return values;
    }

    @Override
    public void append(TaskId task, TaskStep step) {
        jdbc.sql("""
                INSERT INTO desk.task_step (task, at, what, by_name, by_capacity, to_name, reason)
                VALUES (:task, :at::timestamptz, :what, :by, :capacity, :to, :reason)
                """)
                .param("task", task.value())
                .param("at", step.at().toString())
                .param("what", step.what().name())
                .param("by", step.by())
                .param("capacity", step.byCapacity())
                .param("to", step.to())
                .param("reason", step.reason())
                .update();
    }

    @Override
    public Page<Task> list(TaskScope scope, TaskFilter filter, Horizon horizon, PageRequest page) {
        return inView(filter, () -> page(scope, filter, horizon, page));
    }

    /** One's own tasks are one's own in every post; all others lie within the scope one acts in. */
    private static <T> T inView(TaskFilter filter, Supplier<T> question) {
        return filter.whose() == TaskFilter.Whose.ME ? SecondWall.outside(Beyond.OWN_POSTS, question) : question.get();
    }

    private Page<Task> page(TaskScope scope, TaskFilter filter, Horizon horizon, PageRequest page) {
        TaskConditions conditions = new TaskConditions(scope).narrow(filter, horizon);
        Long total = page.count() ? total(conditions) : null;
        page.after(2).ifPresent(key -> conditions.after(key, page));
        List<Task> rows = jdbc.sql(SELECT + conditions.where() + "\nORDER BY t.due_at, t.id\nLIMIT :rows")
                .params(conditions.parameters())
                .param("rows", page.limit() + 1)
                .query(JdbcTaskStore::task)
                .list();
        boolean more = rows.size() > page.limit();
        List<Task> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? cursor(items.getLast()) : null;
        boolean bound = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(items, next, bound ? Long.valueOf(PageRequest.TOTAL_MAX) : total, bound);
    }

    private static String cursor(Task last) {
        String due = last.due() == null ? TaskConditions.NEVER : last.due().at().toString();
        return PageRequest.cursorOf(List.of(due, last.id().toString()));
    }

    private long total(TaskConditions conditions) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM desk.task AS t\n" + conditions.where() + "\nLIMIT "
                        + (PageRequest.TOTAL_MAX + 1) + ") AS counted")
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    @Override
    public TaskCounts count(TaskScope scope, TaskFilter filter, Horizon horizon) {
        return inView(filter, () -> counts(scope, filter, horizon));
    }

    private TaskCounts counts(TaskScope scope, TaskFilter filter, Horizon horizon) {
        TaskConditions conditions = new TaskConditions(scope).narrow(filter, horizon);
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE due_at < :now) AS overdue,
                               count(*) FILTER (WHERE due_at >= :now AND due_at < :endOfToday) AS today,
                               count(*) FILTER (WHERE due_at >= :endOfToday AND due_at < :endOfWeek) AS week,
                               count(*) FILTER (WHERE due_at >= :endOfWeek) AS later,
                               count(*) AS counted
                        FROM (SELECT t.due_at FROM desk.task AS t
                              %s
                              ORDER BY t.due_at, t.id
                              LIMIT %d) AS first
                        """.formatted(conditions.where(), COUNTED_MAX + 1))
                .params(conditions.parameters())
                .param("now", at(horizon.now()))
                .param("endOfToday", at(horizon.endOfToday()))
                .param("endOfWeek", at(horizon.endOfWeek()))
                .query((row, number) -> new TaskCounts(
                        row.getLong("overdue"),
                        row.getLong("today"),
                        row.getLong("week"),
                        row.getLong("later"),
                        row.getLong("counted") > COUNTED_MAX))
                .single();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Optional<Task> find(TaskScope scope, TaskId id) {
        return one(scope, id, "");
    }

    @Override
    public Optional<Task> lock(TaskScope scope, TaskId id) {
        return one(scope, id, "\nFOR UPDATE");
    }

    private Optional<Task> one(TaskScope scope, TaskId id, String lock) {
        return one(new TaskConditions(scope).withId(id), lock)
                .or(() ->
                        SecondWall.outside(Beyond.OWN_POSTS, () -> one(new TaskConditions(scope).withOwnId(id), lock)));
    }

    private Optional<Task> one(TaskConditions conditions, String lock) {
        return jdbc.sql(SELECT + conditions.where() + lock)
                .params(conditions.parameters())
                .query(JdbcTaskStore::task)
                .optional();
    }

    @Override
    public Optional<Task> lockOpen(String kind, String subjectKind, String subjectId) {
        return SecondWall.outside(
                Beyond.OWN_WRITING,
                () -> jdbc.sql(SELECT + """
                        WHERE t.subject_kind = :subjectKind AND t.subject_id = :subjectId AND t.kind = :kind
                          AND t.state IN ('OPEN', 'TAKEN')
                        ORDER BY t.id
                        LIMIT 1
                        FOR UPDATE
                        """)
                        .param("kind", kind)
                        .param("subjectKind", subjectKind)
                        .param("subjectId", subjectId)
                        .query(JdbcTaskStore::task)
                        .optional());
    }

    @Override
    public List<TaskStep> steps(TaskId id) {
        return jdbc.sql("""
                        SELECT at, what, by_name, by_capacity, to_name, reason
                        FROM desk.task_step
                        WHERE task = :task
                        ORDER BY id
                        LIMIT :rows
                        """)
                .param("task", id.value())
                .param("rows", STEPS_MAX)
                .query((row, number) -> new TaskStep(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        TaskStep.What.valueOf(row.getString("what")),
                        row.getString("by_name"),
                        row.getString("by_capacity"),
                        row.getString("to_name"),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Task stored(TaskId id) {
        return SecondWall.outside(
                Beyond.OWN_WRITING,
                () -> jdbc.sql(SELECT + "WHERE t.id = :id")
                        .param("id", id.value())
                        .query(JdbcTaskStore::task)
                        .single());
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                texts(row.getArray("title_arguments")),
                new Link(row.getString("subject_kind"), row.getString("subject_id"), row.getString("subject_title")),
                row.getString("region_path"),
                Permission.valueOf(row.getString("needs")),
                Closing.valueOf(row.getString("closing")),
                Priority.valueOf(row.getString("priority")),
                due(row),
                TaskState.valueOf(row.getString("state")),
                row.getObject("office", UUID.class) == null
                        ? null
                        : new OrganisationId(row.getObject("office", UUID.class)),
                row.getString("office_name"),
                owner(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                row.getLong("version"));
    }

    private static @Nullable Due due(ResultSet row) throws SQLException {
        Instant at = instant(row, "due_at");
        return at == null ? null : new Due(at, row.getBoolean("due_provisional"), row.getString("due_why"));
    }

    private static Task.@Nullable Owner owner(ResultSet row) throws SQLException {
        UUID post = row.getObject("owner_post", UUID.class);
        return post == null
                ? null
                : new Task.Owner(
                        new PostId(post),
                        new ActorId(row.getObject("owner_person", UUID.class)),
                        row.getString("owner_name"),
                        row.getString("owner_title"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(Array array) throws SQLException {
        return new ArrayList<>(List.of((String[]) array.getArray()));
    }
}
