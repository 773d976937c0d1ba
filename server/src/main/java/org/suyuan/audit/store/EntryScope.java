package org.suyuan.audit.store;

import java.util.Map;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * How far an auditor sees, as a condition over table alias {@code t}: the same for list, count and export (design §6).
 * What lies in no region is for those alone who see everything.
 */
record EntryScope(String sql, Map<String, Object> parameters) {
    static EntryScope of(Actor actor) {
        actor.require(Permission.AUDIT_READ);
        return switch (actor.scope()) {
            case Scope.Everything() -> new EntryScope("TRUE", Map.of());
            case Scope.Jurisdiction(String path) ->
                new EntryScope(
                        "t.region_path ~>=~ :scope_from AND t.region_path ~<~ :scope_to",
                        Map.of("scope_from", path, "scope_to", Scope.Jurisdiction.after(path)));
            case Scope.OwnOperator(var operator) ->
                new EntryScope("t.operator_id = :scope_operator", Map.of("scope_operator", operator.value()));
            case Scope.OwnOrganisation organisation -> new EntryScope("FALSE", Map.of());
            case Scope.Nothing() -> new EntryScope("FALSE", Map.of());
        };
    }
}
