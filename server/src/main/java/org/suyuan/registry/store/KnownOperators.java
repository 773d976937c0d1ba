package org.suyuan.registry.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.registry.Faults;
import org.suyuan.shared.access.Actor;

/** The operators that a chunk of drafts names, with the paths of their regions, looked up once. */
record KnownOperators(Map<UUID, String> paths) {
    private static final String POINTER = "/operatorId";

    static KnownOperators of(JdbcClient jdbc, Stream<@Nullable String> ids) {
        Map<UUID, String> paths = new HashMap<>();
        jdbc.sql("""
                SELECT id, region_path
                FROM registry.public_operator
                WHERE id = ANY (:ids::uuid[])
                """).param("ids", Rows.ids(ids)).query(row -> {
            paths.put(Rows.id(row, "id"), row.getString("region_path"));
        });
        return new KnownOperators(paths);
    }

    /** For a site: an operator may have sites in any jurisdiction, and its officers register them. */
    @Nullable
    UUID ofSite(Actor actor, @Nullable String text, Faults faults) {
        return of(actor, text, faults, false);
    }

    /** For a product: only who has the operator itself in his jurisdiction. */
    @Nullable
    UUID ofProduct(Actor actor, @Nullable String text, Faults faults) {
        return of(actor, text, faults, true);
    }

    private @Nullable UUID of(Actor actor, @Nullable String text, Faults faults, boolean inReach) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            return null; // The draft's own check has told it.
        }
        String path = paths.get(id);
        boolean foreign =
                actor.operator().isPresent() && !actor.operator().get().value().equals(id);
        if (path == null || foreign || inReach && !ScopeClause.reaches(actor, path)) {
            faults.add(POINTER, text, "known", "expected: an operator that you may write for");
            return null;
        }
        return id;
    }

    String path(UUID operator) {
        return Objects.requireNonNull(paths.get(operator));
    }
}
