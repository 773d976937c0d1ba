package org.suyuan.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.testing.SignedIn;

/**
 * How to name an existing thing for each variable of a path. A new kind of variable needs an entry here, else the build
 * fails: that is where its author says whose the thing is.
 */
final class Things {
    /** What begins with this is nobody's in particular: public, the platform's own, or the asker's. */
    private static final Map<String, String> EVERYBODYS = Map.ofEntries(
            Map.entry("/api/registry/regions/{code}", "350211"),
            Map.entry("/api/registry/code-lists/{list}", "operator-kinds"),
            Map.entry("/api/identity/roles/{code}", "expert"),
            Map.entry("/api/identity/invitations/{token}", "xxx"),
            Map.entry("/api/identity/oidc/logins/{provider}", "xxx"),
            Map.entry("/api/identity/oidc/callbacks/{provider}", "xxx"),
            Map.entry("/api/identity/lockouts/{id}", "xxx"),
            Map.entry("/api/identity/me/passkeys/{id}", "xxx"),
            Map.entry("/api/identity/sessions/{id}", "xxx"),
            Map.entry("/api/organisations/organisations/{id}", "01900000-0000-7000-8000-000000000001"),
            Map.entry("/api/organisations/types/{code}", "laboratory"),
            Map.entry("/api/desk/drafts/{key}", "xxx"),
            Map.entry("/api/desk/notices/{id}", "01900000-0000-7000-8000-00000000ffff"),
            Map.entry("/api/desk/views/{id}", "01900000-0000-7000-8000-00000000ffff"),
            Map.entry("/api/desk/preferences/{page}", "xxx"),
            Map.entry("/problems/{code}", "not-found"),
            Map.entry("/v/{*path}", "/x"),
            Map.entry("/operators/{id}", "xxx"),
            Map.entry("/{key:", "01"));

    /** National, though drafted and approved by some only. */
    private static final Set<String> OF_THE_NATION = Set.of("calendar", "rule");

    /** Made by {@link #make}, or by the world: somebody's at home. */
    private static final Map<String, String> SOMEBODYS = Map.ofEntries(
            Map.entry("/api/registry/operators/{id}", "operator"),
            Map.entry("/api/registry/sites/{id}", "site"),
            Map.entry("/api/registry/products/{id}", "product"),
            Map.entry("/api/registry/lots/{id}", "lot"),
            Map.entry("/api/codes/batches/{id}", "batch"),
            Map.entry("/api/codes/signals/{id}", "signal"),
            Map.entry("/api/desk/tasks/{id}", "task"),
            Map.entry("/api/files/{id}", "file"),
            Map.entry("/api/deadlines/calendars/{id}", "calendar"),
            Map.entry("/api/deadlines/rules/{id}", "rule"),
            Map.entry("/api/deadlines/clocks/{id}", "clock"),
            Map.entry("/api/events/events/{eventId}", "event"),
            Map.entry("/epcis/events/{eventId}", "event"),
            Map.entry("/epcis/capture/{id}", "capture"),
            Map.entry("/api/identity/people/{id}", "person"),
            Map.entry("/api/identity/people/{id}/external-logins/{login}", "unknown"),
            Map.entry("/api/identity/posts/{id}", "post"),
            Map.entry("/api/identity/delegations/{id}", "unknown"),
            Map.entry("/api/identity/clients/{clientId}", "client"));

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private Things() {}

    static boolean isSomebodys(String variable) {
        String kind = SOMEBODYS.get(variable);
        return kind != null && !OF_THE_NATION.contains(kind);
    }

    static @Nullable String find(String variable, Map<String, String> made) {
        for (Map.Entry<String, String> everybodys : EVERYBODYS.entrySet()) {
            if (variable.startsWith(everybodys.getKey())) {
                return everybodys.getValue();
            }
        }
        String kind = SOMEBODYS.get(variable);
        return kind == null ? made.get(variable) : made.getOrDefault(kind, new UUID(7, 7).toString());
    }

    static void make(SignedIn administrator, String operator, JdbcClient jdbc, Map<String, String> made) {
        made.put("operator", operator);
        made.put("site", id(administrator, "/api/registry/sites", """
                {"operatorId": "%s", "nameZh": "集美门店", "role": "shop", "region": "350211"}
                """.formatted(operator)));
        String product = id(administrator, "/api/registry/products", """
                {"operatorId": "%s", "gtin": "06901234567892", "nameZh": "酸奶", "category": "dairy-product"}
                """.formatted(operator));
        made.put("product", product);
        made.put("lot", id(administrator, "/api/registry/lots", """
                {"productId": "%s", "lotNumber": "L1"}
                """.formatted(product)));
        made.put("batch", id(administrator, "/api/codes/batches", """
                {"productId": "%s", "quantity": 10}
                """.formatted(product)));
        UUID signal = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO codes.signal
                            (id, kind, subject, count, first_seen, last_seen, evidence, product_id, operator_id, region_path)
                        VALUES (:id, 'COPIED_CODE', 'x', 1, now(), now(), '{}', :product::uuid, :operator::uuid,
                                '/35/3502/350211/')
                        """)
                .param("id", signal)
                .param("product", product)
                .param("operator", operator)
                .update();
        made.put("signal", signal.toString());
        AccessWorld.ok(administrator.post("/api/identity/clients", """
                {"clientId": "things-client", "name": "x", "apiScopes": ["registry:read"], "scope": {"kind": "NOTHING"}}
                """));
        made.put("client", "things-client");
        made.put("calendar", one(jdbc, "SELECT id::text FROM deadlines.calendar LIMIT 1"));
        made.put("rule", one(jdbc, "SELECT id::text FROM deadlines.rule LIMIT 1"));
        UUID task = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO desk.task (id, kind, title_arguments, subject_kind, subject_id, subject_title,
                            region_path, needs, closing, priority, due_at, due_provisional, state, opened_at, version)
                        VALUES (:id, 'codes.signal', '{x}', 'signal', :signal, 'x', '/35/3502/350211/', 'SIGNALS_ASSESS',
                            'BY_HAND', 'NORMAL', 'infinity', FALSE, 'OPEN', now(), 1)
                        """).param("id", task).param("signal", signal.toString()).update();
        made.put("task", task.toString());
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse(new UUID(7, 7).toString());
    }

    private static String id(SignedIn administrator, String path, String body) {
        return AccessWorld.first(ID, AccessWorld.ok(administrator.post(path, body)));
    }
}
