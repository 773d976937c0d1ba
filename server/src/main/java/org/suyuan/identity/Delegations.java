package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;

/** Who stands in for whom. */
@Component
class Delegations {
    /** Delegations of a post that are shown; older ones are in the audit trail. */
    static final int LIST_MAX = 200;

    private static final String SELECT = """
            SELECT d.id, d.post, d.delegate_post, p.account AS delegate, a.display_name AS delegate_name, d.valid_from,
                   d.valid_to, d.reason, d.revoked_by
              FROM identity.delegation d
              JOIN identity.post p ON p.id = d.delegate_post
              JOIN identity.account a ON a.id = p.account
            """;

    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Delegation> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE d.id = :id")
                .param("id", id)
                .query(Delegations::delegation)
                .optional();
    }

    /** Those of some posts, the newest first. */
    List<Delegation> of(Collection<PostId> posts) {
        return jdbc.sql(SELECT + "WHERE d.post = ANY (:posts) ORDER BY d.valid_from DESC, d.id DESC LIMIT :limit")
                .param("posts", posts.stream().map(PostId::value).toArray(UUID[]::new))
                .param("limit", LIST_MAX)
                .query(Delegations::delegation)
                .list();
    }

    void insert(Delegation delegation, ActorId by, Instant at) {
        jdbc.sql("""
                INSERT INTO identity.delegation (id, post, delegate_post, valid_from, valid_to, reason, created_at,
                                                 created_by)
                VALUES (:id, :post, :delegatePost, :from, :to, :reason, :at, :by)
                """)
                .param("id", delegation.id())
                .param("post", delegation.post().value())
                .param("delegatePost", delegation.delegatePost().value())
                .param("from", delegation.from())
                .param("to", delegation.to())
                .param("reason", delegation.reason())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    void revoke(UUID id, ActorId by, String reason, Instant at) {
        jdbc.sql("""
                UPDATE identity.delegation
                   SET revoked_at = :at, revoked_by = :by, revocation_reason = :reason
                 WHERE id = :id AND revoked_at IS NULL
                """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by.value())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static Delegation delegation(ResultSet row, int index) throws SQLException {
        UUID revokedBy = row.getObject("revoked_by", UUID.class);
        return new Delegation(
                row.getObject("id", UUID.class),
                new PostId(row.getObject("post", UUID.class)),
                new PostId(row.getObject("delegate_post", UUID.class)),
                new ActorId(row.getObject("delegate", UUID.class)),
                row.getString("delegate_name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("reason"),
                revokedBy == null ? null : new ActorId(revokedBy));
    }
}
