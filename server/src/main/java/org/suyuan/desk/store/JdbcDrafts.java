package org.suyuan.desk.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.desk.DeskProblem;
import org.suyuan.desk.Drafts;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

@Repository
class JdbcDrafts implements Drafts {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Draft> list(Actor actor) {
        return jdbc.sql("""
                        SELECT key, '' AS body, saved_at
                        FROM desk.draft
                        WHERE person = :person AND saved_at > :oldest
                        ORDER BY saved_at DESC, key
                        """)
                .param("person", actor.id().value())
                .param("oldest", oldest())
                .query(JdbcDrafts::draft)
                .list();
    }

    @Override
    public Optional<Draft> find(Actor actor, String key) {
        return jdbc.sql("""
                        SELECT key, body, saved_at
                        FROM desk.draft
                        WHERE person = :person AND key = :key AND saved_at > :oldest
                        """)
                .param("person", actor.id().value())
                .param("key", key)
                .param("oldest", oldest())
                .query(JdbcDrafts::draft)
                .optional();
    }

    @Override
    @Transactional
    public Draft save(Actor actor, String key, String body) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.of("key", key, "draft-key", "expected: 1 … 200 letters, digits, dots, colons, hyphens");
        }
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BODY_BYTES_MAX) {
            throw InvalidInput.of("", bytes + " bytes", "size", "expected: at most " + BODY_BYTES_MAX + " bytes");
        }
        Draft draft = new Draft(key, body, clock.instant());
        jdbc.sql("""
                INSERT INTO desk.draft (person, key, body, saved_at)
                VALUES (:person, :key, :body, :at)
                ON CONFLICT (person, key) DO UPDATE
                SET body = excluded.body, saved_at = excluded.saved_at
                """)
                .param("person", actor.id().value())
                .param("key", key)
                .param("body", body)
                .param("at", JdbcTaskStore.at(draft.savedAt()))
                .update();
        long kept = jdbc.sql("SELECT count(*) FROM desk.draft WHERE person = :person")
                .param("person", actor.id().value())
                .query(Long.class)
                .single();
        if (kept > KEPT_MAX) {
            throw new Problem(DeskProblem.TOO_MANY_KEPT, "drafts: " + KEPT_MAX + " (expected: < " + KEPT_MAX + ")");
        }
        return draft;
    }

    @Override
    public boolean drop(Actor actor, String key) {
        return jdbc.sql("DELETE FROM desk.draft WHERE person = :person AND key = :key")
                        .param("person", actor.id().value())
                        .param("key", key)
                        .update()
                == 1;
    }

    @Override
    public int sweep() {
        return jdbc.sql("DELETE FROM desk.draft WHERE saved_at <= :oldest")
                .param("oldest", oldest())
                .update();
    }

    private OffsetDateTime oldest() {
        return JdbcTaskStore.at(clock.instant().minus(KEPT_FOR));
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("key"),
                row.getString("body"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
