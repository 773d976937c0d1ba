package org.suyuan.shared.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;

/**
 * Who asks: a person or a system, with what it may do and how far it sees. A parameter of every use case, never ambient.
 *
 * @param id stable id of the account or API client
 * @param name shown in histories, for example {@code 林晓} or {@code demo-producer}
 * @param permissions what the actor may do at all
 * @param scope how far
 * @param capacity the post a person acts in; null for systems and for the public
 */
public record Actor(
        ActorId id,
        String name,
        Set<Permission> permissions,
        Scope scope,
        @Nullable Capacity capacity) {
    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** One without a post: a system, the public. */
    public Actor(ActorId id, String name, Set<Permission> permissions, Scope scope) {
        this(id, name, permissions, scope, null);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Throws {@link AccessRefused} unless the actor holds the permission. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new AccessRefused(permission);
        }
    }

    /** The operator this actor acts for, if it is bound to one. */
    public Optional<OperatorId> operator() {
        return scope instanceof Scope.OwnOperator(OperatorId operator) ? Optional.of(operator) : Optional.empty();
    }

    /** The body this actor has a post in, if any. */
    public Optional<OrganisationId> organisation() {
        return Optional.ofNullable(capacity).map(Capacity::organisation);
    }
}
