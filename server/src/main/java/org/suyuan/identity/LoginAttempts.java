package org.suyuan.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** Reading what {@link LoginGuard} recorded, and letting somebody try again before his wait is over. */
@Component
class LoginAttempts {
    private static final int LOCKOUTS_MAX = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    LoginAttempts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    enum Result {
        SUCCESS,
        REFUSED
    }

    /** @param address where it came from; of an IPv6 address its network */
    record LoginAttempt(String id, Instant at, LoginGuard.With method, String address, Result result) {}

    enum Waiting {
        PERSON,
        CLIENT,
        SOURCE
    }

    /** @param name of the person or client as it was given, or the address */
    record Lockout(String id, Waiting kind, String name, int failures, Instant until) {}

    Page<LoginAttempt> of(ActorId account, PageRequest page) {
        long before =
                page.after(1).map(List::getFirst).map(LoginAttempts::position).orElse(Long.MAX_VALUE);
        List<LoginAttempt> rows = jdbc.sql("""
                SELECT id, at, method, source, result
                  FROM identity.login_attempt
                 WHERE actor = :actor AND id < :before
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("actor", account.value())
                .param("before", before)
                .param("limit", page.limit() + 1)
                .query((row, index) -> new LoginAttempt(
                        Long.toString(row.getLong("id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        LoginGuard.With.valueOf(row.getString("method")),
                        row.getString("source"),
                        Result.valueOf(row.getString("result"))))
                .list();
        Long total = page.count() ? count(account) : null;
        return Pages.of(rows, page, total, attempt -> List.of(attempt.id()));
    }

    private long count(ActorId account) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT FROM identity.login_attempt WHERE actor = :actor LIMIT :limit) AS counted
                """)
                .param("actor", account.value())
                .param("limit", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.MALFORMED, "cursor");
        }
    }

    List<Lockout> lockouts(Actor actor) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return jdbc.sql("""
                SELECT kind, subject, failures, locked_until
                  FROM identity.lockout
                 WHERE locked_until > :now
                 ORDER BY locked_until DESC
                 LIMIT :limit
                """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("limit", LOCKOUTS_MAX)
                .query((row, index) -> new Lockout(
                        id(row.getString("kind"), row.getString("subject")),
                        Waiting.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("subject"),
                        row.getInt("failures"),
                        row.getObject("locked_until", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional
    void release(Actor actor, String id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        String[] parts = parts(id);
        int released = jdbc.sql("DELETE FROM identity.lockout WHERE kind = :kind AND subject = :subject")
                .param("kind", parts[0])
                .param("subject", parts[1])
                .update();
        if (released == 0) {
            throw new Problem(CommonProblem.NOT_FOUND, "lockout");
        }
        audit.decided(
                actor,
                Deed.of(
                        "identity.lockout.released",
                        Subject.of("lockout", id, parts[1]),
                        Map.of("kind", parts[0], "name", parts[1])));
    }

    /** Opaque to callers; names may hold anything, also a slash. */
    private static String id(String kind, String subject) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + ":" + subject).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] parts(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0 && text.indexOf('\0') < 0) {
                return new String[] {text.substring(0, colon), text.substring(colon + 1)};
            }
        } catch (IllegalArgumentException e) {
            // answered below, as any id that we never gave
        }
        throw new Problem(CommonProblem.NOT_FOUND, "lockout");
    }
}
