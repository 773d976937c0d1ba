package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.suyuan.shared.Uuid7;

/**
 * Links by which people take over the accounts made for them and choose their password themselves: nobody else ever
 * knows it. A link is good once, for {@link #LIFETIME}, until it is taken back or a newer one takes its place.
 */
@Component
class Invitations {
    /** Long enough for a holiday week; a link that lies about longer is issued anew. */
    static final Duration LIFETIME = Duration.ofDays(7);

    private static final int LIST_MAX = 50;

    private static final String SELECT = """
            SELECT id, account, issued_at, expires_at, accepted_at, revoked_at
              FROM identity.invitation
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param token for the link; nobody can read it again */
    record Issued(UUID id, OneTimeToken token, Instant expiresAt) {}

    enum State {
        OPEN,
        ACCEPTED,
        EXPIRED,
        REVOKED
    }

    record Invitation(UUID id, ActorId account, Instant issuedAt, Instant expiresAt, State state) {}

    /** A new link, in place of an earlier one. Call it in the transaction that makes the account. */
    Issued issue(ActorId by, ActorId account) {
        revoke(by, account);
        OneTimeToken token = OneTimeToken.random();
        UUID id = Uuid7.next(clock);
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO identity.invitation (id, account, token_hash, issued_at, issued_by, expires_at)
                VALUES (:id, :account, :hash, :now, :by, :expires)
                """)
                .param("id", id)
                .param("account", account.value())
                .param("hash", token.hash())
                .param("now", at(now))
                .param("by", by.value())
                .param("expires", at(now.plus(LIFETIME)))
                .update();
        return new Issued(id, token, now.plus(LIFETIME));
    }

    /** Says whether there was a link to take back. */
    boolean revoke(ActorId by, ActorId account) {
        return jdbc.sql("""
                        UPDATE identity.invitation
                           SET revoked_at = :now, revoked_by = :by
                         WHERE account = :account AND accepted_at IS NULL AND revoked_at IS NULL
                        """)
                        .param("now", at(clock.instant()))
                        .param("by", by.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** The invitation behind a link that is still good. */
    Optional<Invitation> open(OneTimeToken token) {
        return jdbc.sql(SELECT + "WHERE token_hash = :hash")
                .param("hash", token.hash())
                .query(this::invitation)
                .optional()
                .filter(invitation -> invitation.state() == State.OPEN);
    }

    /** Uses the link up; of two at the same moment one is answered empty. */
    Optional<ActorId> accept(OneTimeToken token) {
        return jdbc.sql("""
                UPDATE identity.invitation
                   SET accepted_at = :now
                 WHERE token_hash = :hash AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > :now
                RETURNING account
                """)
                .param("now", at(clock.instant()))
                .param("hash", token.hash())
                .query(UUID.class)
                .optional()
                .map(ActorId::new);
    }

    /** The newest first. */
    List<Invitation> of(ActorId account) {
        return jdbc.sql(SELECT + "WHERE account = :account ORDER BY issued_at DESC LIMIT :limit")
                .param("account", account.value())
                .param("limit", LIST_MAX)
                .query(this::invitation)
                .list();
    }

    private Invitation invitation(ResultSet row, int index) throws SQLException {
        Instant expiresAt = instant(row, "expires_at");
        return new Invitation(
                row.getObject("id", UUID.class),
                new ActorId(row.getObject("account", UUID.class)),
                instant(row, "issued_at"),
                expiresAt,
                state(row.getObject("accepted_at"), row.getObject("revoked_at"), expiresAt));
    }

    private State state(@Nullable Object acceptedAt, @Nullable Object revokedAt, Instant expiresAt) {
        if (acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return clock.instant().isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
