package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Permission;

/** The accounts of people. */
@Component
class Accounts {
    private static final String SELECT = """
            SELECT a.id, a.username, a.display_name, a.role, a.scope, a.password_hash, a.password_one_time,
                   a.password_revision, a.created_at, a.deactivated_at,
                   ARRAY(SELECT p.permission FROM identity.role_permission p WHERE p.role = a.role) AS permissions
              FROM identity.account a
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM identity.account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> byId(ActorId id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id")
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(SELECT + "WHERE a.username = :username")
                .param("username", username)
                .query(Accounts::account)
                .optional();
    }

    Page<Account> page(PageRequest page) {
        String after = page.after(1).map(List::getFirst).orElse("");
        List<Account> rows = jdbc.sql(SELECT + "WHERE a.username > :after ORDER BY a.username LIMIT :limit")
                .param("after", after)
                .param("limit", page.limit() + 1)
                .query(Accounts::account)
                .list();
        Long total = page.count() ? count() : null;
        return Pages.of(rows, page, total, account -> List.of(account.username()));
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM identity.account LIMIT :limit) AS counted")
                .param("limit", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
    }

    /** Creates the account unless its name is taken; says whether it did. */
    boolean insert(Account account, @Nullable ActorId creator) {
        return jdbc.sql("""
                        INSERT INTO identity.account (id, username, display_name, role, scope, password_hash,
                                                      password_one_time, created_at, created_by)
                        VALUES (:id, :username, :displayName, :role, :scope, :hash, :oneTime, :createdAt, :creator)
                        ON CONFLICT (username) DO NOTHING
                        """)
                        .param("id", account.id().value())
                        .param("username", account.username())
                        .param("displayName", account.displayName())
                        .param("role", account.role())
                        .param("scope", ScopeText.of(account.scope()))
                        .param("hash", account.password().hash())
                        .param("oneTime", account.password().oneTime())
                        .param("createdAt", OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
                        .param("creator", creator == null ? null : creator.value())
                        .update()
                == 1;
    }

    /** A new password; sessions of the old one end because the revision grows. */
    void changePassword(ActorId id, String hash, boolean oneTime) {
        jdbc.sql("""
                UPDATE identity.account
                   SET password_hash = :hash, password_one_time = :oneTime, password_revision = password_revision + 1
                 WHERE id = :id
                """)
                .param("hash", hash)
                .param("oneTime", oneTime)
                .param("id", id.value())
                .update();
    }

    /** The same password, hashed with today's cost. */
    void strengthen(Account account, String hash) {
        jdbc.sql("""
                UPDATE identity.account
                   SET password_hash = :hash
                 WHERE id = :id AND password_revision = :revision
                """)
                .param("hash", hash)
                .param("id", account.id().value())
                .param("revision", account.password().revision())
                .update();
    }

    /** Says whether there was an active account to deactivate. */
    boolean deactivate(ActorId id, ActorId by, Instant at) {
        return jdbc.sql("""
                        UPDATE identity.account
                           SET deactivated_at = :at, deactivated_by = :by
                         WHERE id = :id AND deactivated_at IS NULL
                        """)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        OffsetDateTime deactivatedAt = row.getObject("deactivated_at", OffsetDateTime.class);
        String[] permissions = (String[]) row.getArray("permissions").getArray();
        return new Account(
                new ActorId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("role"),
                Arrays.stream(permissions).map(Permission::valueOf).collect(Collectors.toUnmodifiableSet()),
                ScopeText.parse(row.getString("scope")),
                new Account.Password(
                        row.getString("password_hash"),
                        row.getBoolean("password_one_time"),
                        row.getInt("password_revision")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deactivatedAt == null ? null : deactivatedAt.toInstant());
    }
}
