package org.suyuan.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * A system that calls the API.
 *
 * @param clientId the name it shows, for example {@code demo-producer}
 * @param apiScopes what it may ask for at most
 * @param scope how far it sees
 * @param deactivatedAt null while it may ask for tokens
 */
record Client(
        ActorId id,
        String clientId,
        String name,
        String secretHash,
        Set<ApiScope> apiScopes,
        Scope scope,
        Instant createdAt,
        @Nullable Instant deactivatedAt) {

    boolean isActive() {
        return deactivatedAt == null;
    }

    /** The client as an actor, with those of its API scopes that the token carries. */
    Actor actor(Collection<String> granted) {
        Set<Permission> permissions = apiScopes.stream()
                .filter(apiScope -> granted.contains(apiScope.text()))
                .map(ApiScope::permission)
                .collect(Collectors.toUnmodifiableSet());
        return new Actor(id, clientId, permissions, scope);
    }
}
