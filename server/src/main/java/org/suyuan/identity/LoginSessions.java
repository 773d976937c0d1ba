package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Uuid7;

/**
 * The sessions of people. Read for every request, so that one that was revoked is over at the next. A session ends after
 * {@link #IDLE_MAX} without a request and after {@link #LIFETIME} in any case: a working day, then one logs in again.
 */
@Component
class LoginSessions {
    static final Duration IDLE_MAX = Duration.ofHours(8);
    static final Duration LIFETIME = Duration.ofHours(12);
    /** The last use is kept this exactly, so that reading does not write every time. */
    static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    /** Ended ones are kept this long for whoever looks into an incident. */
    static final Duration KEPT = Duration.ofDays(180);

    private static final int LIST_MAX = 100;
    private static final int SWEEP_ROWS_MAX = 50;
    private static final String SELECT = """
            SELECT id, account, password_revision, method, second_factor, post, started_at, proved_at, last_used_at,
                   address, browser
              FROM identity.login_session
            """;

    private static final String LIVE =
            " ended_at IS NULL AND started_at > :startedAfter AND last_used_at > :usedAfter ";

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Method {
        PASSWORD,
        INVITATION,
        PASSKEY,
        PROVIDER
    }

    /** How somebody proved who he is. */
    record Proof(Method method, boolean secondFactor) {}

    /** Where a session is used from. */
    record Place(String address, String browser) {}

    /**
     * @param passwordRevision of the account when the session started; a new password ends it
     * @param post chosen by the person; null for the first
     */
    record LoginSession(
            SessionId id,
            ActorId account,
            int passwordRevision,
            Proof proof,
            @Nullable PostId post,
            Instant startedAt,
            Instant provedAt,
            Instant lastUsedAt,
            Place place) {}

    LoginSession start(Account account, Proof proof, Place place) {
        Instant now = clock.instant();
        sweep(now);
        LoginSession session = new LoginSession(
                new SessionId(Uuid7.next(clock)),
                account.id(),
                account.password().revision(),
                proof,
                null,
                now,
                now,
                now,
                place);
        jdbc.sql("""
                INSERT INTO identity.login_session (id, account, password_revision, method, second_factor, started_at,
                                                    proved_at, last_used_at, address, browser)
                VALUES (:id, :account, :revision, :method, :secondFactor, :now, :now, :now, :address, :browser)
                """)
                .param("id", session.id().value())
                .param("account", account.id().value())
                .param("revision", session.passwordRevision())
                .param("method", proof.method().name())
                .param("secondFactor", proof.secondFactor())
                .param("now", at(now))
                .param("address", place.address())
                .param("browser", place.browser())
                .update();
        return session;
    }

    /** The session if it still lives; notes that it is used. */
    Optional<LoginSession> use(SessionId id) {
        Instant now = clock.instant();
        Optional<LoginSession> session = live(jdbc.sql(SELECT + "WHERE id = :id AND" + LIVE), now)
                .param("id", id.value())
                .query(LoginSessions::session)
                .optional();
        session.filter(found -> found.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now))
                .ifPresent(found -> jdbc.sql("UPDATE identity.login_session SET last_used_at = :now WHERE id = :id")
                        .param("now", at(now))
                        .param("id", id.value())
                        .update());
        return session;
    }

    /** Those that live, the newest first. */
    List<LoginSession> of(Account account) {
        return live(
                        jdbc.sql(SELECT + "WHERE account = :account AND password_revision = :revision AND" + LIVE
                                + "ORDER BY started_at DESC LIMIT :limit"),
                        clock.instant())
                .param("account", account.id().value())
                .param("revision", account.password().revision())
                .param("limit", LIST_MAX)
                .query(LoginSessions::session)
                .list();
    }

    /** Says whether it was one of this account's and alive. */
    boolean end(SessionId id, ActorId account, ActorId by) {
        return jdbc.sql("""
                        UPDATE identity.login_session
                           SET ended_at = :now, ended_by = :by
                         WHERE id = :id AND account = :account AND ended_at IS NULL
                        """)
                        .param("now", at(clock.instant()))
                        .param("by", by.value())
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** @param except the one that stays; null for none */
    int endAll(ActorId account, @Nullable SessionId except, ActorId by) {
        return jdbc.sql("""
                UPDATE identity.login_session
                   SET ended_at = :now, ended_by = :by
                 WHERE account = :account AND ended_at IS NULL AND id IS DISTINCT FROM :except
                """)
                .param("now", at(clock.instant()))
                .param("by", by.value())
                .param("account", account.value())
                .param("except", except == null ? null : except.value(), Types.OTHER)
                .update();
    }

    /** The person has just proved again who he is. */
    void proved(SessionId id, boolean secondFactor) {
        jdbc.sql("""
                UPDATE identity.login_session
                   SET proved_at = :now, second_factor = second_factor OR :secondFactor
                 WHERE id = :id
                """)
                .param("now", at(clock.instant()))
                .param("secondFactor", secondFactor)
                .param("id", id.value())
                .update();
    }

    /** The session goes on under the account's new password. */
    void keep(SessionId id, Account account) {
        jdbc.sql("UPDATE identity.login_session SET password_revision = :revision, proved_at = :now WHERE id = :id")
                .param("revision", account.password().revision())
                .param("now", at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void choose(SessionId id, PostId post) {
        jdbc.sql("UPDATE identity.login_session SET post = :post WHERE id = :id")
                .param("post", post.value())
                .param("id", id.value())
                .update();
    }

    private static JdbcClient.StatementSpec live(JdbcClient.StatementSpec query, Instant now) {
        return query.param("startedAfter", at(now.minus(LIFETIME))).param("usedAfter", at(now.minus(IDLE_MAX)));
    }

    private void sweep(Instant now) {
        jdbc.sql("""
                DELETE FROM identity.login_session
                 WHERE ctid IN (
                       SELECT ctid
                         FROM identity.login_session
                        WHERE started_at < :forgotten
                        ORDER BY started_at
                        LIMIT :rows
                          FOR UPDATE SKIP LOCKED)
                """)
                .param("forgotten", at(now.minus(KEPT)))
                .param("rows", SWEEP_ROWS_MAX)
                .update();
    }

    private static LoginSession session(ResultSet row, int index) throws SQLException {
        UUID post = row.getObject("post", UUID.class);
        return new LoginSession(
                new SessionId(row.getObject("id", UUID.class)),
                new ActorId(row.getObject("account", UUID.class)),
                row.getInt("password_revision"),
                new Proof(Method.valueOf(row.getString("method")), row.getBoolean("second_factor")),
                post == null ? null : new PostId(post),
                instant(row, "started_at"),
                instant(row, "proved_at"),
                instant(row, "last_used_at"),
                new Place(row.getString("address"), row.getString("browser")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
