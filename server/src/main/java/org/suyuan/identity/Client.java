package org.suyuan.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
 * @param previousSecret the one before the last rotation, while it is still good
 * @param expiresAt from when on it gets no token and no token of it is taken; null for no end
 * @param lastUsedAt when it last got a token
 * @param deactivatedAt null while it may ask for tokens
 */
record Client(
        ActorId id,
        String clientId,
        String name,
        String secretHash,
        @Nullable PreviousSecret previousSecret,
        Set<ApiScope> apiScopes,
        Scope scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant deactivatedAt) {

    /** @param until it is refused from then on */
    record PreviousSecret(String hash, Instant until) {}

    enum Status {
        ACTIVE,
        EXPIRED,
        DEACTIVATED
    }

    Status status(Instant now) {
        if (deactivatedAt != null) {
            return Status.DEACTIVATED;
        }
        return expiresAt == null || now.isBefore(expiresAt) ? Status.ACTIVE : Status.EXPIRED;
    }

    boolean isActive(Instant now) {
        return status(now) == Status.ACTIVE;
    }

    /** Hashes of the secrets that are good now, the newest first. */
    List<String> secretHashes(Instant now) {
        return previousSecret != null && now.isBefore(previousSecret.until())
                ? List.of(secretHash, previousSecret.hash())
                : List.of(secretHash);
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
