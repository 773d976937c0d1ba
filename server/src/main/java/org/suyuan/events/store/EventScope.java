package org.suyuan.events.store;

import org.suyuan.shared.OperatorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/** The one predicate by which events are seen (design §6): the same for one, list and count. */
final class EventScope {
    private EventScope() {}

    /** Restricts a statement on {@code events.event e} whose {@code WHERE} has begun. */
    static void restrict(Sql sql, Actor actor) {
        switch (actor.scope()) {
            case Scope.Everything ignored -> {}
            case Scope.Jurisdiction(String path) ->
                sql.then(" AND e.region_path ~>=~ :scopeFrom AND e.region_path ~<~ :scopeTo")
                        .with("scopeFrom", path)
                        .with("scopeTo", Scope.Jurisdiction.after(path));
            case Scope.OwnOperator(OperatorId operator) ->
                sql.then(" AND (e.parties @> ARRAY[:scopeOperator]::uuid[])").with("scopeOperator", operator.value());
            case Scope.OwnOrganisation ignored -> sql.then(" AND FALSE");
            case Scope.Nothing ignored -> sql.then(" AND FALSE");
        }
    }
}
