package org.suyuan.identity;

import java.sql.Types;
import java.time.Clock;
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
import org.suyuan.shared.Uuid7;

/** Who people are at other providers. */
@Component
class ExternalLogins {
    static final int SUBJECT_LENGTH_MAX = 255;
    private static final int LIST_MAX = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExternalLogins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param subject the provider's name for the person, which never changes (OpenID Connect Core §5.7)
     * @param registered whether an administrator entered it; otherwise a verified e-mail address linked it
     */
    record ExternalLogin(String id, String provider, String subject, Instant linkedAt, boolean registered) {}

    Optional<ActorId> find(String provider, String subject) {
        return jdbc.sql("SELECT account FROM identity.external_login WHERE provider = :provider AND subject = :subject")
                .param("provider", provider)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(ActorId::new);
    }

    /** The one active account with the address; empty when there is none, or more than one. */
    Optional<ActorId> byEmail(String email) {
        List<UUID> found = jdbc.sql("""
                SELECT id FROM identity.account WHERE lower(email) = lower(:email) AND deactivated_at IS NULL LIMIT 2
                """).param("email", email).query(UUID.class).list();
        return found.size() == 1 ? Optional.of(new ActorId(found.getFirst())) : Optional.empty();
    }

    /**
     * Says whether it is so now; not when somebody else is this subject, or this account another.
     *
     * @param by null for a link by verified e-mail address
     */
    boolean link(ActorId account, String provider, String subject, @Nullable ActorId by) {
        return jdbc.sql("""
                        INSERT INTO identity.external_login (id, account, provider, subject, linked_at, linked_by)
                        VALUES (:id, :account, :provider, :subject, :now, :by)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", Uuid7.next(clock))
                        .param("account", account.value())
                        .param("provider", provider)
                        .param("subject", subject)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .update()
                == 1;
    }

    List<ExternalLogin> of(ActorId account) {
        return jdbc.sql("""
                SELECT id, provider, subject, linked_at, linked_by IS NOT NULL AS registered
                  FROM identity.external_login
                 WHERE account = :account
                 ORDER BY provider
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("limit", LIST_MAX)
                .query((row, index) -> new ExternalLogin(
                        row.getString("id"),
                        row.getString("provider"),
                        row.getString("subject"),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("registered")))
                .list();
    }

    /** The provider of the removed link; empty when the account has no such one. */
    Optional<String> remove(UUID id, ActorId account) {
        return jdbc.sql("""
                DELETE FROM identity.external_login WHERE id = :id AND account = :account RETURNING provider
                """)
                .param("id", id)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }
}
