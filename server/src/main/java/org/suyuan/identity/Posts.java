package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Permission;

/** The posts that people have, had and will have. */
@Component
class Posts {
    /** A condition that the post under this alias is held on {@code :day}. */
    static String heldOnDay(String alias) {
        return "%1$s.valid_from <= :day AND (%1$s.valid_to IS NULL OR %1$s.valid_to > :day)".formatted(alias);
    }

    /** Columns of a post under table alias {@code p}, for {@link #post}. */
    static final String COLUMNS =
            "p.id AS post_id, p.account AS post_holder, p.organisation, p.operator, p.title, p.role, p.valid_from, p.valid_to\n";

    private static final String SELECT = "SELECT " + COLUMNS + "FROM identity.post p\n";

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(PostId id) {
        return jdbc.sql(SELECT + "WHERE p.id = :id")
                .param("id", id.value())
                .query(Posts::post)
                .optional();
    }

    /** All of a person's, the newest first. */
    List<Post> of(ActorId holder) {
        return jdbc.sql(SELECT + "WHERE p.account = :holder ORDER BY p.valid_from DESC, p.id DESC")
                .param("holder", holder.value())
                .query(Posts::post)
                .list();
    }

    /** The posts of many people that are held on a day, in the order they began. */
    List<Post> heldBy(Collection<ActorId> holders, LocalDate day) {
        return jdbc.sql(SELECT + "WHERE p.account = ANY (:holders) AND " + heldOnDay("p")
                        + " ORDER BY p.valid_from, p.id")
                .param("holders", holders.stream().map(ActorId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(Posts::post)
                .list();
    }

    /** Everything that people act in or will: own posts, and those in which they stand in for others. */
    private static final String ACTED_IN = """
            WITH acted_in AS (
                SELECT p.account, p.role, p.valid_from, COALESCE(p.valid_to, 'infinity') AS valid_to
                  FROM identity.post p
                UNION ALL
                SELECT own.account, p.role, d.valid_from, d.valid_to
                  FROM identity.delegation d
                  JOIN identity.post own ON own.id = d.delegate_post
                  JOIN identity.post p ON p.id = d.post
                 WHERE d.revoked_at IS NULL)
            """;

    /** Other roles that somebody has at the same time as this one, on the day or later. */
    List<String> rolesBeside(String role, LocalDate day) {
        return jdbc.sql(ACTED_IN + """
                SELECT DISTINCT other.role
                  FROM acted_in one
                  JOIN acted_in other
                    ON other.account = one.account AND other.role <> one.role
                   AND GREATEST(one.valid_from, other.valid_from, :day) < LEAST(one.valid_to, other.valid_to)
                 WHERE one.role = :role
                 ORDER BY other.role
                """)
                .param("role", role)
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** All roles that a person has at some time within the days. */
    List<String> rolesOf(ActorId person, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql(ACTED_IN + """
                SELECT DISTINCT one.role
                  FROM acted_in one
                 WHERE one.account = :person
                   AND GREATEST(one.valid_from, :from) < LEAST(one.valid_to, COALESCE(:to::date, 'infinity'))
                 ORDER BY one.role
                """)
                .param("person", person.value())
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
    }

    /** Active people other than its holder who hold a post in the same place or in the organisation above it, by name. */
    List<Account> colleagues(Post post, @Nullable OrganisationId parent, LocalDate day, int limit) {
        return jdbc.sql("SELECT " + Accounts.COLUMNS + """
                        FROM identity.account a
                        WHERE a.deactivated_at IS NULL AND a.id <> :holder
                          AND EXISTS (SELECT
                                        FROM identity.post p
                                       WHERE p.account = a.id AND %s
                                         AND (p.organisation IN (:organisation::uuid, :parent::uuid)
                                              OR p.operator = :operator::uuid))
                        ORDER BY a.display_name COLLATE "zh-x-icu", a.id
                        LIMIT :limit
                        """.formatted(heldOnDay("p")))
                .param("holder", post.holder().value())
                .param("day", day)
                .param("organisation", post.place().organisation())
                .param("parent", parent == null ? null : parent.value())
                .param("operator", post.place().operator())
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    void insert(Post post, @Nullable ActorId by, @Nullable String reason, Instant at) {
        jdbc.sql("""
                INSERT INTO identity.post (id, account, organisation, operator, title, role, valid_from, valid_to,
                                           created_at, created_by, reason)
                VALUES (:id, :account, :organisation, :operator, :title, :role, :from, :to, :at, :by, :reason)
                """)
                .param("id", post.id().value())
                .param("account", post.holder().value())
                .param("organisation", post.place().organisation())
                .param("operator", post.place().operator())
                .param("title", post.title())
                .param("role", post.role())
                .param("from", post.from())
                .param("to", post.to())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("reason", reason)
                .update();
    }

    void end(PostId id, LocalDate to, ActorId by, String reason, Instant at) {
        jdbc.sql("""
                UPDATE identity.post
                   SET valid_to = :to, ended_at = :at, ended_by = :by, end_reason = :reason
                 WHERE id = :id
                """)
                .param("to", to)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by.value())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    /** Somebody in a post of his own. */
    record Holding(Account holder, Post post, Role role) {}

    /**
     * Who holds a permission by a post of his own on the day, by name.
     *
     * @param where further condition over the post {@code p} and its holder {@code a}
     */
    List<Holding> holding(
            String where, Map<String, Object> parameters, Permission permission, LocalDate day, int limit) {
        return jdbc.sql("SELECT " + Accounts.COLUMNS + ", " + COLUMNS + ", " + Roles.COLUMNS
                        + """
                        FROM identity.post p
                        JOIN identity.role r ON r.code = p.role
                        JOIN identity.account a ON a.id = p.account AND a.deactivated_at IS NULL
                        WHERE %s AND %s
                          AND EXISTS (SELECT
                                        FROM identity.role_permission rp
                                       WHERE rp.role = p.role AND rp.permission = :permission)
                        ORDER BY a.display_name COLLATE "zh-x-icu", p.id
                        LIMIT :limit
                        """.formatted(heldOnDay("p"), where))
                .params(parameters)
                .param("permission", permission.name())
                .param("day", day)
                .param("limit", limit)
                .query((row, index) ->
                        new Holding(Accounts.account(row, index), post(row, index), Roles.role(row, index)))
                .list();
    }

    static Post post(ResultSet row, int index) throws SQLException {
        return new Post(
                new PostId(row.getObject("post_id", UUID.class)),
                new ActorId(row.getObject("post_holder", UUID.class)),
                Workplace.of(row.getObject("organisation", UUID.class), row.getObject("operator", UUID.class)),
                row.getString("title"),
                row.getString("role"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
