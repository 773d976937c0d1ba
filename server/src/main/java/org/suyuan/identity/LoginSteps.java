package org.suyuan.identity;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.TooManyRequests;

/**
 * What lies between two steps of proving who one is: between password and code, challenge and passkey, leaving for a
 * provider and coming back. Each is taken once, by whoever holds its token, within minutes.
 */
@Component
class LoginSteps {
    /** Long enough to find the phone. */
    static final Duration LIFETIME = Duration.ofMinutes(5);
    /** Open at the same time from one source; an office may share one. */
    static final int OPEN_FROM_SOURCE_MAX = 200;

    private static final int SWEEP_ROWS_MAX = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        SECOND_FACTOR,
        PASSKEY_LOGIN,
        PASSKEY_REGISTRATION,
        PROVIDER
    }

    /** @param state what the next step must find again */
    record Step(@Nullable ActorId account, String state) {}

    OneTimeToken begin(Kind kind, @Nullable ActorId account, String state, Source source) {
        OffsetDateTime now = now();
        sweep(now);
        OneTimeToken token = OneTimeToken.random();
        int begun = jdbc.sql("""
                        INSERT INTO identity.login_step (token_hash, kind, account, state, source, expires_at)
                        SELECT :hash, :kind, :account, :state, :source, :expires
                         WHERE (SELECT count(*) FROM identity.login_step WHERE source = :source) < :openMax
                        """)
                .param("hash", token.hash())
                .param("kind", kind.name())
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("state", state)
                .param("source", source.value())
                .param("expires", now.plus(LIFETIME))
                .param("openMax", OPEN_FROM_SOURCE_MAX)
                .update();
        if (begun == 0) {
            throw new TooManyRequests(LIFETIME, "too many unfinished logins from one address; wait");
        }
        return token;
    }

    /** Looks without taking: a mistyped code does not send one back to the password. */
    Optional<Step> peek(Kind kind, OneTimeToken token) {
        return jdbc.sql("""
                SELECT account, state
                  FROM identity.login_step
                 WHERE token_hash = :hash AND kind = :kind AND expires_at > :now
                """)
                .param("hash", token.hash())
                .param("kind", kind.name())
                .param("now", now())
                .query((row, index) -> step(row.getObject("account", UUID.class), row.getString("state")))
                .optional();
    }

    /** Takes the step; of two at the same moment one is answered empty. */
    Optional<Step> take(Kind kind, OneTimeToken token) {
        return jdbc.sql("""
                DELETE FROM identity.login_step
                 WHERE token_hash = :hash AND kind = :kind AND expires_at > :now
                RETURNING account, state
                """)
                .param("hash", token.hash())
                .param("kind", kind.name())
                .param("now", now())
                .query((row, index) -> step(row.getObject("account", UUID.class), row.getString("state")))
                .optional();
    }

    private static Step step(@Nullable UUID account, String state) {
        return new Step(account == null ? null : new ActorId(account), state);
    }

    private void sweep(OffsetDateTime now) {
        jdbc.sql("""
                DELETE FROM identity.login_step
                 WHERE ctid IN (
                       SELECT ctid
                         FROM identity.login_step
                        WHERE expires_at <= :now
                        ORDER BY expires_at
                        LIMIT :rows
                          FOR UPDATE SKIP LOCKED)
                """).param("now", now).param("rows", SWEEP_ROWS_MAX).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
