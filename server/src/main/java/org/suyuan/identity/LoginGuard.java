package org.suyuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.TooManyRequests;

/**
 * Makes guessing slow and leaves a record of it. Failures are counted a name and a source address in the database, so
 * neither a restart nor a second instance forgets them. After a few the name or source waits, each time twice as long.
 *
 * <p>An attempt is charged as a failure before the secret is looked at and credited when it proves right: attempts made
 * at the same moment cannot slip through between looking and counting. Names nobody has are counted like any other, so
 * the answer does not tell which exist.
 */
@Component
class LoginGuard {
    /** Failures of one name before it waits. */
    static final int NAME_FAILURES_MAX = 5;
    /** Failures from one source before it waits; an office may share one. */
    static final int SOURCE_FAILURES_MAX = 20;

    static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    /** Never longer, or strangers could shut people out for good. */
    static final Duration DELAY_MAX = Duration.ofMinutes(15);
    /** Failures are forgotten after this long without another. */
    static final Duration MEMORY = Duration.ofHours(12);

    private static final int NAME_LENGTH_MAX = 100;
    private static final int SWEEP_ROWS_MAX = 20;
    /** 30 s doubled this often is beyond {@link #DELAY_MAX} already; keeps the power finite. */
    private static final int DOUBLINGS_MAX = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginGuard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        PERSON,
        CLIENT
    }

    /** With what somebody tries to prove who he is. */
    enum With {
        PASSWORD,
        CODE,
        RECOVERY_CODE,
        PASSKEY,
        PROVIDER,
        /** Of a system. */
        SECRET
    }

    /** One attempt to log in as somebody from somewhere. */
    record Attempt(Kind kind, String name, Source source, With with) {
        Attempt(Kind kind, String name, Source source) {
            this(kind, name, source, kind == Kind.CLIENT ? With.SECRET : With.PASSWORD);
        }

        Attempt {
            name = name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)).replace('\0', '?');
        }

        private String counter() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Charges the attempt, or throws {@link TooManyRequests} while the name or the source has to wait. */
    void admit(Attempt attempt) {
        OffsetDateTime now = now();
        sweep(now);
        charge("source", attempt.source().value(), SOURCE_FAILURES_MAX, now);
        charge(attempt.counter(), attempt.name(), NAME_FAILURES_MAX, now);
    }

    /** Credits the attempt: the name starts afresh; the source gets back this one only, or one own account would clear it. */
    void succeeded(Attempt attempt, ActorId actor) {
        jdbc.sql("DELETE FROM identity.lockout WHERE kind = :kind AND subject = :subject")
                .param("kind", attempt.counter())
                .param("subject", attempt.name())
                .update();
        creditSource(attempt);
        record(attempt, actor, "SUCCESS");
    }

    /**
     * The password was right and a code is still to come. The name stays charged until it has, or whoever knows the
     * password could try codes without end.
     */
    void halfway(Attempt attempt) {
        creditSource(attempt);
    }

    private void creditSource(Attempt attempt) {
        jdbc.sql("""
                UPDATE identity.lockout
                   SET failures = greatest(failures - 1, 0), locked_until = NULL
                 WHERE kind = 'source' AND subject = :subject
                """).param("subject", attempt.source().value()).update();
    }

    /** A login by something that cannot be guessed and was not charged; failures with a password are not washed away. */
    void noted(Attempt attempt, ActorId actor) {
        record(attempt, actor, "SUCCESS");
    }

    void refused(Attempt attempt, @Nullable ActorId actor) {
        record(attempt, actor, "REFUSED");
    }

    private void charge(String kind, String subject, int failuresMax, OffsetDateTime now) {
        int charged = jdbc.sql("""
                        INSERT INTO identity.lockout AS held (kind, subject, failures, last_at)
                        VALUES (:kind, :subject, 1, :now)
                        ON CONFLICT (kind, subject) DO UPDATE
                           SET failures = CASE WHEN held.last_at < :forgotten THEN 1 ELSE held.failures + 1 END,
                               last_at = :now,
                               locked_until = CASE
                                   WHEN held.last_at >= :forgotten AND held.failures + 1 >= :failuresMax
                                   THEN CAST(:now AS timestamptz) + make_interval(secs => least(
                                            :delayMax, :delay * 2 ^ least(held.failures + 1 - :failuresMax, :doublings)))
                               END
                         WHERE held.locked_until IS NULL OR held.locked_until <= :now
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", now)
                .param("forgotten", now.minus(MEMORY))
                .param("failuresMax", failuresMax)
                .param("delay", FIRST_DELAY.toSeconds())
                .param("delayMax", DELAY_MAX.toSeconds())
                .param("doublings", DOUBLINGS_MAX)
                .update();
        if (charged == 0) {
            throw new TooManyRequests(remaining(kind, subject, now), "too many failed attempts; wait");
        }
    }

    private Duration remaining(String kind, String subject, OffsetDateTime now) {
        return jdbc.sql("""
                SELECT locked_until
                  FROM identity.lockout
                 WHERE kind = :kind AND subject = :subject AND locked_until > :now
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", now)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private void record(Attempt attempt, @Nullable ActorId actor, String result) {
        jdbc.sql("""
                INSERT INTO identity.login_attempt (at, kind, name, actor, source, method, result)
                VALUES (:at, :kind, :name, :actor, :source, :method, :result)
                """)
                .param("at", now())
                .param("kind", attempt.counter())
                .param("name", attempt.name())
                .param("actor", actor == null ? null : actor.value())
                .param("source", attempt.source().value())
                .param("method", attempt.with().name())
                .param("result", result)
                .update();
    }

    private void sweep(OffsetDateTime now) {
        jdbc.sql("""
                DELETE FROM identity.lockout
                 WHERE ctid IN (
                       SELECT ctid
                         FROM identity.lockout
                        WHERE last_at < :forgotten
                        ORDER BY last_at
                        LIMIT :rows
                          FOR UPDATE SKIP LOCKED)
                """)
                .param("forgotten", now.minus(MEMORY))
                .param("rows", SWEEP_ROWS_MAX)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
