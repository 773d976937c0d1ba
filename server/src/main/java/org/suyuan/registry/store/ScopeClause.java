package org.suyuan.registry.store;

import java.util.Map;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * How far an actor sees, as a condition of a WHERE clause over table alias {@code t}. The one place where the registry turns a
 * scope into SQL; list, count, detail and write all use it.
 *
 * <p>A jurisdiction is a range of paths and not a LIKE, so that prepared statements use the index whatever the parameter.
 */
record ScopeClause(String sql, Map<String, Object> parameters) {

    /** Sites, products and lots: by their column {@code operator_id}. */
    static ScopeClause reading(Actor actor) {
        actor.require(Permission.REGISTRY_READ);
        return of(actor.scope(), "t.operator_id");
    }

    /** Operators: by their own id. */
    static ScopeClause readingOperators(Actor actor) {
        actor.require(Permission.REGISTRY_READ);
        return of(actor.scope(), "t.id");
    }

    static ScopeClause writing(Actor actor) {
        requireWriting(actor);
        return of(actor.scope(), "t.operator_id");
    }

    static ScopeClause writingOperators(Actor actor) {
        requireWriting(actor);
        return of(actor.scope(), "t.id");
    }

    private static void requireWriting(Actor actor) {
        actor.require(Permission.REGISTRY_WRITE);
        if (actor.scope() instanceof Scope.Nothing || actor.scope() instanceof Scope.OwnOrganisation) {
            throw new AccessRefused(Permission.REGISTRY_WRITE);
        }
    }

    /** Whether something in a region lies where the actor may register it; operators may have sites anywhere. */
    static boolean reaches(Actor actor, String regionPath) {
        return switch (actor.scope()) {
            case Scope.Everything everything -> true;
            case Scope.Jurisdiction(String path) -> regionPath.startsWith(path);
            case Scope.OwnOperator own -> true;
            case Scope.OwnOrganisation organisation -> false;
            case Scope.Nothing nothing -> false;
        };
    }

    private static ScopeClause of(Scope scope, String operatorColumn) {
        return switch (scope) {
            case Scope.Everything everything -> new ScopeClause("TRUE", Map.of());
            case Scope.Jurisdiction(String path) -> under(path, "scope");
            case Scope.OwnOperator(var operator) ->
                new ScopeClause(operatorColumn + " = :scope_operator", Map.of("scope_operator", operator.value()));
            case Scope.OwnOrganisation organisation -> new ScopeClause("FALSE", Map.of());
            case Scope.Nothing nothing -> new ScopeClause("FALSE", Map.of());
        };
    }

    /** Everything whose path begins with this one. */
    static ScopeClause under(String path, String name) {
        if (path.equals("/")) {
            return new ScopeClause("TRUE", Map.of());
        }
        return new ScopeClause(
                "t.region_path ~>=~ :%1$s_from AND t.region_path ~<~ :%1$s_to".formatted(name),
                Map.of(name + "_from", path, name + "_to", Scope.Jurisdiction.after(path)));
    }
}
