package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** The systems that may ask for access tokens. */
@Component
class Clients {
    private static final String SELECT = """
            SELECT id, client_id, name, secret_hash, previous_secret_hash, previous_secret_until, api_scopes, scope,
                   created_at, expires_at, last_used_at, deactivated_at
              FROM identity.client
            """;

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Client> byClientId(String clientId) {
        return jdbc.sql(SELECT + "WHERE client_id = :clientId")
                .param("clientId", clientId)
                .query(Clients::client)
                .optional();
    }

    /**
     * Which clients; null parts do not narrow.
     *
     * @param q part of the name, or the beginning of the client id
     * @param scope exactly this binding
     */
    record Filter(@Nullable String q, @Nullable Scope scope, Client.@Nullable Status status, Instant now) {
        private static final String WHERE = """
                WHERE (:q::text IS NULL OR strpos(lower(name), lower(:q)) > 0 OR starts_with(client_id, :q))
                  AND (:scope::text IS NULL OR scope = :scope)
                  AND (:status::text IS NULL
                       OR :status = CASE
                                    WHEN deactivated_at IS NOT NULL THEN 'DEACTIVATED'
                                    WHEN expires_at <= :now THEN 'EXPIRED'
                                    ELSE 'ACTIVE'
                                    END)
                """;

        private Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new HashMap<>();
            parameters.put("q", q);
            parameters.put("scope", scope == null ? null : ScopeText.of(scope));
            parameters.put("status", status == null ? null : status.name());
            parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            return parameters;
        }
    }

    Page<Client> page(Filter filter, PageRequest page) {
        String after = page.after(1).map(List::getFirst).orElse("");
        List<Client> rows = jdbc.sql(SELECT + Filter.WHERE + "  AND client_id > :after ORDER BY client_id LIMIT :limit")
                .params(filter.parameters())
                .param("after", after)
                .param("limit", page.limit() + 1)
                .query(Clients::client)
                .list();
        Long total = page.count() ? count(filter) : null;
        return Pages.of(rows, page, total, client -> List.of(client.clientId()));
    }

    private long count(Filter filter) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM identity.client " + Filter.WHERE
                        + " LIMIT :limit) AS counted")
                .params(filter.parameters())
                .param("limit", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
    }

    /** Creates the client unless its name is taken; says whether it did. */
    boolean insert(Client client, @Nullable ActorId creator) {
        return jdbc.sql("""
                        INSERT INTO identity.client (id, client_id, name, secret_hash, api_scopes, scope, created_at,
                                                     expires_at, created_by)
                        VALUES (:id, :clientId, :name, :hash, :apiScopes, :scope, :createdAt, :expiresAt, :creator)
                        ON CONFLICT (client_id) DO NOTHING
                        """)
                        .param("id", client.id().value())
                        .param("clientId", client.clientId())
                        .param("name", client.name())
                        .param("hash", client.secretHash())
                        .param(
                                "apiScopes",
                                client.apiScopes().stream()
                                        .map(ApiScope::text)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("scope", ScopeText.of(client.scope()))
                        .param("createdAt", OffsetDateTime.ofInstant(client.createdAt(), ZoneOffset.UTC))
                        .param("expiresAt", at(client.expiresAt()))
                        .param("creator", creator == null ? null : creator.value())
                        .update()
                == 1;
    }

    /**
     * A new secret. The one before stays good until the given instant; null voids it at once. Says whether there was an
     * active client to change.
     */
    boolean changeSecret(String clientId, String hash, @Nullable Instant previousUntil) {
        return jdbc.sql("""
                        UPDATE identity.client
                           SET previous_secret_hash = CASE WHEN :until::timestamptz IS NOT NULL THEN secret_hash END,
                               previous_secret_until = :until,
                               secret_hash = :hash
                         WHERE client_id = :clientId AND deactivated_at IS NULL
                        """)
                        .param("hash", hash)
                        .param("until", at(previousUntil))
                        .param("clientId", clientId)
                        .update()
                == 1;
    }

    /** Says whether there was an active client. */
    boolean expire(String clientId, @Nullable Instant at) {
        return jdbc.sql("""
                        UPDATE identity.client
                           SET expires_at = :at
                         WHERE client_id = :clientId AND deactivated_at IS NULL
                        """).param("at", at(at)).param("clientId", clientId).update() == 1;
    }

    /** It got a token. */
    void used(ActorId id, Instant at) {
        jdbc.sql("UPDATE identity.client SET last_used_at = :at WHERE id = :id")
                .param("at", at(at))
                .param("id", id.value())
                .update();
    }

    /** Says whether there was an active client to bind. */
    boolean bind(String clientId, Scope scope) {
        return jdbc.sql("""
                        UPDATE identity.client
                           SET scope = :scope
                         WHERE client_id = :clientId AND deactivated_at IS NULL
                        """)
                        .param("scope", ScopeText.of(scope))
                        .param("clientId", clientId)
                        .update()
                == 1;
    }

    /** Says whether there was an active client to deactivate. */
    boolean deactivate(String clientId, ActorId by, Instant at) {
        return jdbc.sql("""
                        UPDATE identity.client
                           SET deactivated_at = :at, deactivated_by = :by
                         WHERE client_id = :clientId AND deactivated_at IS NULL
                        """)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("clientId", clientId)
                        .update()
                == 1;
    }

    private static Client client(ResultSet row, int index) throws SQLException {
        String previous = row.getString("previous_secret_hash");
        String[] apiScopes = (String[]) row.getArray("api_scopes").getArray();
        return new Client(
                new ActorId(row.getObject("id", UUID.class)),
                row.getString("client_id"),
                row.getString("name"),
                row.getString("secret_hash"),
                previous == null
                        ? null
                        : new Client.PreviousSecret(
                                previous, Objects.requireNonNull(instant(row, "previous_secret_until"))),
                Arrays.stream(apiScopes)
                        .flatMap(text -> ApiScope.of(text).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                ScopeText.parse(row.getString("scope")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "deactivated_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
