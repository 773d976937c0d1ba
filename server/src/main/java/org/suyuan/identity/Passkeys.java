package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The public keys of people's passkeys. */
@Component
class Passkeys {
    /** Enough for every device somebody has. */
    static final int PER_PERSON_MAX = 10;

    private static final String SELECT = """
            SELECT id, account, credential_id, credential, signature_count, backup_eligible, backed_up, transports, label,
                   created_at, last_used_at
              FROM identity.passkey
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param credentialId as the browser names it
     * @param credential attested credential data (WebAuthn §6.5.1), with the public key
     * @param signatureCount of the last use; one that goes back tells of a copy
     * @param label in the owner's words
     */
    record Passkey(
            UUID id,
            ActorId account,
            byte[] credentialId,
            byte[] credential,
            long signatureCount,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** Says whether the credential was new. */
    boolean insert(Passkey passkey) {
        return jdbc.sql("""
                        INSERT INTO identity.passkey (id, account, credential_id, credential, signature_count,
                                                      backup_eligible, backed_up, transports, label, created_at)
                        VALUES (:id, :account, :credentialId, :credential, :count, :eligible, :backedUp, :transports,
                                :label, :createdAt)
                        ON CONFLICT (credential_id) DO NOTHING
                        """)
                        .param("id", passkey.id())
                        .param("account", passkey.account().value())
                        .param("credentialId", passkey.credentialId())
                        .param("credential", passkey.credential())
                        .param("count", passkey.signatureCount())
                        .param("eligible", passkey.backupEligible())
                        .param("backedUp", passkey.backedUp())
                        .param("transports", passkey.transports().toArray(String[]::new))
                        .param("label", passkey.label())
                        .param("createdAt", OffsetDateTime.ofInstant(passkey.createdAt(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Passkey> of(ActorId account) {
        return jdbc.sql(SELECT + "WHERE account = :account ORDER BY created_at, id LIMIT :limit")
                .param("account", account.value())
                .param("limit", PER_PERSON_MAX)
                .query(Passkeys::passkey)
                .list();
    }

    Optional<Passkey> byCredential(byte[] credentialId) {
        return jdbc.sql(SELECT + "WHERE credential_id = :id")
                .param("id", credentialId)
                .query(Passkeys::passkey)
                .optional();
    }

    void used(Passkey passkey, long signatureCount, boolean backedUp) {
        jdbc.sql("""
                UPDATE identity.passkey
                   SET signature_count = :count, backed_up = :backedUp, last_used_at = :now
                 WHERE id = :id
                """)
                .param("count", signatureCount)
                .param("backedUp", backedUp)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", passkey.id())
                .update();
    }

    /** The label of the removed one; empty when the person has no such passkey. */
    Optional<String> remove(UUID id, ActorId account) {
        return jdbc.sql("DELETE FROM identity.passkey WHERE id = :id AND account = :account RETURNING label")
                .param("id", id)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    private static Passkey passkey(ResultSet row, int index) throws SQLException {
        OffsetDateTime lastUsedAt = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                row.getObject("id", UUID.class),
                new ActorId(row.getObject("account", UUID.class)),
                row.getBytes("credential_id"),
                row.getBytes("credential"),
                row.getLong("signature_count"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastUsedAt == null ? null : lastUsedAt.toInstant());
    }
}
