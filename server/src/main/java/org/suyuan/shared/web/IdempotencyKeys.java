package org.suyuan.shared.web;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;

/** Answers remembered for {@code Idempotency-Key}, one row an actor and key. */
@Component
class IdempotencyKeys {
    static final Duration REMEMBERED = Duration.ofHours(24);
    /** Expired rows that one claim clears away on its way. */
    private static final int SWEEP_ROWS_MAX = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The earlier answer, or the key is now held by this transaction. Waits for another transaction that holds it. */
    Optional<Answer> claim(ActorId actor, String key, byte[] requestHash) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sweep(now);
        int inserted = jdbc.sql("""
                        INSERT INTO shared.idempotency AS held (actor, key, request_hash, expires_at)
                        VALUES (:actor, :key, :hash, :expires)
                        ON CONFLICT (actor, key) DO UPDATE
                           SET request_hash = EXCLUDED.request_hash, expires_at = EXCLUDED.expires_at,
                               status = NULL, content_type = NULL, location = NULL, etag = NULL, body = NULL
                         WHERE held.expires_at <= :now
                        """)
                .param("actor", actor.value())
                .param("key", key)
                .param("hash", requestHash)
                .param("expires", now.plus(REMEMBERED))
                .param("now", now)
                .update();
        return inserted == 1 ? Optional.empty() : Optional.of(earlier(actor, key, requestHash));
    }

    private Answer earlier(ActorId actor, String key, byte[] requestHash) {
        Remembered remembered = jdbc.sql("""
                        SELECT request_hash, status, content_type, location, etag, body
                          FROM shared.idempotency
                         WHERE actor = :actor AND key = :key
                        """)
                .param("actor", actor.value())
                .param("key", key)
                .query(Remembered::of)
                .single();
        if (!MessageDigest.isEqual(remembered.requestHash(), requestHash)) {
            throw InvalidInput.of(
                    IdempotentPosts.HEADER, key, "idempotency-key-reused", "the key was used for another request");
        }
        return remembered.answer();
    }

    void remember(ActorId actor, String key, Answer answer) {
        jdbc.sql("""
                UPDATE shared.idempotency
                   SET status = :status, content_type = :contentType, location = :location, etag = :etag, body = :body
                 WHERE actor = :actor AND key = :key
                """)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("actor", actor.value())
                .param("key", key)
                .update();
    }

    private void sweep(OffsetDateTime now) {
        jdbc.sql("""
                DELETE FROM shared.idempotency
                 WHERE ctid IN (
                       SELECT ctid
                         FROM shared.idempotency
                        WHERE expires_at <= :now
                        ORDER BY expires_at
                        LIMIT :rows
                          FOR UPDATE SKIP LOCKED)
                """).param("now", now).param("rows", SWEEP_ROWS_MAX).update();
    }

    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    private record Remembered(byte[] requestHash, Answer answer) {
        static Remembered of(ResultSet row, int index) throws SQLException {
            return new Remembered(
                    row.getBytes("request_hash"),
                    new Answer(
                            row.getInt("status"),
                            row.getString("content_type"),
                            row.getString("location"),
                            row.getString("etag"),
                            row.getBytes("body")));
        }
    }
}
