package org.suyuan.shared.wall;

import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/**
 * What PostgreSQL is told about who asks: a role, whose policies hold one condition each, and the values in it. A role a
 * kind of scope, because policies of one role for all kinds would be joined by OR, which no index serves (see the decision
 * record).
 *
 * @param role {@code none} is the tables' owner, who sees everything
 * @param actor the person or system, for the rows that are his own
 */
record View(String role, String regionFrom, String regionTo, String operator, String organisation, String actor) {
    static final View OWNER = new View("none", "", "", "", "", "");

    static View of(Actor actor) {
        String id = actor.id().toString();
        return switch (actor.scope()) {
            case Scope.Everything() -> OWNER;
            case Scope.Jurisdiction(String path) ->
                new View("suyuan_region", path, Scope.Jurisdiction.after(path), "", "", id);
            case Scope.OwnOperator(var operator) -> new View("suyuan_operator", "", "", operator.toString(), "", id);
            case Scope.OwnOrganisation(var organisation) ->
                new View("suyuan_organisation", "", "", "", organisation.toString(), id);
            case Scope.Nothing() -> new View("suyuan_nobody", "", "", "", "", id);
        };
    }
}
