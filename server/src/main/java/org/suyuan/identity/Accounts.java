package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;

/** The accounts of people. */
@Component
class Accounts {
    /** Columns of an account under table alias {@code a}, for {@link #account}. */
    static final String COLUMNS = """
            a.id, a.username, a.display_name, a.email, a.phone, a.locale, a.password_hash, a.password_one_time,
            a.password_revision, a.revision, a.created_at, a.deactivated_at
            """;

    private static final String SELECT = "SELECT " + COLUMNS + "FROM identity.account a\n";

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

    /** Locks the account until the transaction ends, so that two decisions about one person come one after the other. */
    Optional<Account> hold(ActorId id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id FOR UPDATE")
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

    /** Creates the account unless its name is taken; says whether it did. */
    boolean insert(Account account, @Nullable ActorId creator) {
        return jdbc.sql("""
                        INSERT INTO identity.account (id, username, display_name, email, phone, locale, password_hash,
                                                      password_one_time, created_at, created_by)
                        VALUES (:id, :username, :displayName, :email, :phone, :locale, :hash, :oneTime, :createdAt,
                                :creator)
                        ON CONFLICT (username) DO NOTHING
                        """)
                        .param("id", account.id().value())
                        .param("username", account.username())
                        .param("displayName", account.displayName())
                        .param("email", account.contact().email())
                        .param("phone", account.contact().phone())
                        .param("locale", account.contact().locale())
                        .param("hash", account.password().hash())
                        .param("oneTime", account.password().oneTime())
                        .param("createdAt", OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
                        .param("creator", creator == null ? null : creator.value())
                        .update()
                == 1;
    }

    /** Another name or other contact data. */
    void describe(ActorId id, String displayName, Account.Contact contact) {
        jdbc.sql("""
                UPDATE identity.account
                   SET display_name = :displayName, email = :email, phone = :phone, locale = :locale,
                       revision = revision + 1
                 WHERE id = :id
                """)
                .param("displayName", displayName)
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("locale", contact.locale())
                .param("id", id.value())
                .update();
    }

    /** Something else about the person changed that his page shows: a post, a delegation. */
    void touch(ActorId id) {
        jdbc.sql("UPDATE identity.account SET revision = revision + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
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
                           SET deactivated_at = :at, deactivated_by = :by, revision = revision + 1
                         WHERE id = :id AND deactivated_at IS NULL
                        """)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    static Account account(ResultSet row, int index) throws SQLException {
        OffsetDateTime deactivatedAt = row.getObject("deactivated_at", OffsetDateTime.class);
        return new Account(
                new ActorId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("display_name"),
                new Account.Contact(row.getString("email"), row.getString("phone"), row.getString("locale")),
                new Account.Password(
                        row.getString("password_hash"),
                        row.getBoolean("password_one_time"),
                        row.getInt("password_revision")),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deactivatedAt == null ? null : deactivatedAt.toInstant());
    }
}
