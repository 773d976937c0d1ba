package org.suyuan.audit.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.audit.EntryFilter;
import org.suyuan.shared.PageRequest;

/** One question to the trail: conditions, order, keyset. */
final class EntryQuery {
    private static final String SELECT = """
            SELECT t.id, t.at, t.kind, t.action, t.actor_id, t.actor_name, t.post, t.organisation, t.organisation_name,
                   t.title, t.role, t.behalf_of, t.behalf_of_name, t.request_id, t.source_address, t.client,
                   t.subject_kind, t.subject_id, t.subject_name, t.person, t.operator_id, t.region_path,
                   t.reason, t.legal_basis, t.facts
            FROM audit.entry AS t
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    EntryQuery(EntryScope scope) {
        conditions.add("(" + scope.sql() + ")");
        parameters.putAll(scope.parameters());
    }

    EntryQuery matching(EntryFilter filter) {
        when("t.at >= :from", "from", instant(filter.from()));
        when("t.at < :to", "to", instant(filter.to()));
        when("t.actor_id = :actor", "actor", filter.actor());
        when("t.action = :action", "action", filter.action());
        when(
                "t.kind = :type",
                "type",
                filter.type() == null ? null : filter.type().name());
        when("t.subject_kind = :kind", "kind", filter.kind());
        when("t.subject_id = :subject", "subject", filter.subject());
        when("t.person = :person", "person", filter.person());
        when("t.operator_id = :operator", "operator", filter.operator());
        // This module knows no tree of regions, but every path names each of its steps.
        when("strpos(t.region_path, :step) > 0", "step", filter.region() == null ? null : "/" + filter.region() + "/");
        return this;
    }

    void after(OffsetDateTime at, UUID id) {
        conditions.add("(t.at, t.id) < (:after_at, :after_id)");
        parameters.put("after_at", at);
        parameters.put("after_id", id);
    }

    String first(int rows) {
        return all() + "\nLIMIT " + rows;
    }

    String all() {
        return SELECT + where() + "\nORDER BY t.at DESC, t.id DESC";
    }

    String count() {
        return "SELECT count(*) FROM (SELECT 1 FROM audit.entry AS t " + where() + " LIMIT "
                + (PageRequest.TOTAL_MAX + 1) + ") AS counted";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void when(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add("(" + condition + ")");
            parameters.put(name, value);
        }
    }

    private String where() {
        return "WHERE " + String.join("\n  AND ", conditions);
    }

    private static @Nullable OffsetDateTime instant(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
