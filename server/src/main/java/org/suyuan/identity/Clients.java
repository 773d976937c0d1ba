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
import org.suyuan.shared.access.Scope;

/** The systems that may ask for access tokens. */
@Component
class Clients {
    private static final String SELECT = """
            SELECT id, client_id, name, secret_hash, api_scopes, scope, created_at, deactivated_at
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

    Page<Client> page(PageRequest page) {
        String after = page.after(1).map(List::getFirst).orElse("");
        List<Client> rows = jdbc.sql(SELECT + "WHERE client_id > :after ORDER BY client_id LIMIT :limit")
                .param("after", after)
                .param("limit", page.limit() + 1)
                .query(Clients::client)
                .list();
        Long total = page.count() ? count() : null;
        return Pages.of(rows, page, total, client -> List.of(client.clientId()));
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM identity.client LIMIT :limit) AS counted")
                .param("limit", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
    }

    /** Creates the client unless its name is taken; says whether it did. */
    boolean insert(Client client, @Nullable ActorId creator) {
        return jdbc.sql("""
                        INSERT INTO identity.client (id, client_id, name, secret_hash, api_scopes, scope, created_at,
                                                     created_by)
                        VALUES (:id, :clientId, :name, :hash, :apiScopes, :scope, :createdAt, :creator)
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
                        .param("creator", creator == null ? null : creator.value())
                        .update()
                == 1;
    }

    /** Says whether there was an active client to change. */
    boolean changeSecret(String clientId, String hash) {
        return jdbc.sql("""
                        UPDATE identity.client
                           SET secret_hash = :hash
                         WHERE client_id = :clientId AND deactivated_at IS NULL
                        """).param("hash", hash).param("clientId", clientId).update() == 1;
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
        OffsetDateTime deactivatedAt = row.getObject("deactivated_at", OffsetDateTime.class);
        String[] apiScopes = (String[]) row.getArray("api_scopes").getArray();
        return new Client(
                new ActorId(row.getObject("id", UUID.class)),
                row.getString("client_id"),
                row.getString("name"),
                row.getString("secret_hash"),
                Arrays.stream(apiScopes)
                        .flatMap(text -> ApiScope.of(text).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                ScopeText.parse(row.getString("scope")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deactivatedAt == null ? null : deactivatedAt.toInstant());
    }
}
