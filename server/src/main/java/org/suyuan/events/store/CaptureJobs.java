package org.suyuan.events.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.events.CaptureJob;
import org.suyuan.events.ErrorBehaviour;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import tools.jackson.databind.json.JsonMapper;

/** What became of each delivery; an actor sees its own. */
@Repository
class CaptureJobs {
    private static final String SELECT = """
            SELECT id, created_at, finished_at, behaviour, success, stored, duplicates, errors
            FROM events.capture
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaptureJobs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(CaptureJob job, Actor actor) {
        jdbc.sql("""
                        INSERT INTO events.capture (id, created_at, finished_at, behaviour, success, stored, duplicates,
                            errors, captured_by, operator)
                        VALUES (:id, :created::timestamptz, :finished::timestamptz, :behaviour, :success, :stored, :duplicates,
                            :errors::jsonb, :actor, :operator)
                        """)
                .param("id", job.id())
                .param("created", job.createdAt().toString())
                .param("finished", job.finishedAt().toString())
                .param("behaviour", job.behaviour().word())
                .param("success", job.success())
                .param("stored", job.stored())
                .param("duplicates", job.duplicates())
                .param("errors", json.writeValueAsString(job.errors()).replace("\\u0000", "\\ufffd"))
                .param("actor", actor.id().value())
                .param("operator", actor.operator().map(OperatorId::value).orElse(null))
                .update();
    }

    Optional<CaptureJob> find(UUID id, ActorId capturedBy) {
        return jdbc.sql(SELECT + " WHERE id = :id AND captured_by = :actor")
                .param("id", id)
                .param("actor", capturedBy.value())
                .query(this::job)
                .optional();
    }

    Page<CaptureJob> list(ActorId capturedBy, PageRequest page) {
        Optional<UUID> after = page.after(1).map(key -> UUID.fromString(key.getFirst()));
        List<CaptureJob> rows = jdbc.sql(SELECT + " WHERE captured_by = :actor"
                        + (after.isPresent() ? " AND id < :after" : "")
                        + " ORDER BY id DESC LIMIT :limit")
                .param("actor", capturedBy.value())
                .param("after", after.orElse(null))
                .param("limit", page.limit() + 1)
                .query(this::job)
                .list();
        boolean more = rows.size() > page.limit();
        List<CaptureJob> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(List.of(items.getLast().id().toString())) : null;
        return new Page<>(items, next, null, false);
    }

    private CaptureJob job(ResultSet row, int ignored) throws SQLException {
        return new CaptureJob(
                row.getObject("id", UUID.class),
                JdbcEventStore.instant(row, "created_at"),
                JdbcEventStore.instant(row, "finished_at"),
                ErrorBehaviour.valueOf(row.getString("behaviour").toUpperCase(Locale.ROOT)),
                row.getBoolean("success"),
                row.getInt("stored"),
                row.getInt("duplicates"),
                Arrays.asList(json.readValue(row.getString("errors"), FieldError[].class)));
    }
}
