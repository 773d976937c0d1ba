package org.suyuan.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.desk.Mail;
import org.suyuan.desk.Outbox;
import org.suyuan.shared.ActorId;

@Repository
class JdbcOutbox implements Outbox {
    private static final int ERROR_LENGTH_MAX = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    JdbcOutbox(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void insert(List<Mail> mails) {
        batches.batchUpdate("""
                INSERT INTO desk.mail (id, person, address, language, kind, arguments, subject_kind, subject_id,
                    subject_title, at, state, attempts, next_at)
                VALUES (:id, :person, :address, :language, :kind, :arguments, :subjectKind, :subjectId,
                    :subjectTitle, :at, 'WAITING', 0, :at)
                """, mails.stream().map(JdbcOutbox::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Mail mail) {
        return JdbcNotices.told(mail.told())
                .addValue("id", mail.id())
                .addValue("person", mail.person().value())
                .addValue("address", mail.address())
                .addValue("language", mail.language().toLanguageTag())
                .addValue("at", JdbcTaskStore.at(mail.at()));
    }

    @Override
    public List<Mail> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT id
                            FROM desk.mail
                            WHERE state = 'WAITING' AND next_at <= :now
                            ORDER BY next_at, id
                            LIMIT :rows
                            FOR UPDATE SKIP LOCKED)
                        UPDATE desk.mail AS m
                        SET attempts = m.attempts + 1, next_at = :until
                        FROM due
                        WHERE m.id = due.id
                        RETURNING m.id, m.person, m.address, m.language, m.kind, m.arguments, m.subject_kind,
                            m.subject_id, m.subject_title, m.at, m.attempts
                        """)
                .param("now", JdbcTaskStore.at(now))
                .param("until", JdbcTaskStore.at(now.plus(lease)))
                .param("rows", limit)
                .query(JdbcOutbox::mail)
                .list();
    }

    @Override
    public void sent(Mail mail, Instant at) {
        end(mail, "SENT", at, null);
    }

    @Override
    public void givenUp(Mail mail, Instant at, String error) {
        end(mail, "GIVEN_UP", at, error);
    }

    private void end(Mail mail, String state, Instant at, @org.jspecify.annotations.Nullable String error) {
        jdbc.sql("""
                UPDATE desk.mail
                SET state = :state, ended_at = :at, error = COALESCE(:error, error)
                WHERE id = :id
                """)
                .param("state", state)
                .param("at", JdbcTaskStore.at(at))
                .param("error", error == null ? null : shortened(error))
                .param("id", mail.id())
                .update();
    }

    @Override
    public void postponed(Mail mail, Instant until, String error) {
        jdbc.sql("""
                UPDATE desk.mail
                SET next_at = :until, error = :error
                WHERE id = :id AND state = 'WAITING'
                """)
                .param("until", JdbcTaskStore.at(until))
                .param("error", shortened(error))
                .param("id", mail.id())
                .update();
    }

    private static String shortened(String error) {
        return error.length() > ERROR_LENGTH_MAX ? error.substring(0, ERROR_LENGTH_MAX) : error;
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                new ActorId(row.getObject("person", UUID.class)),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")),
                JdbcNotices.told(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
