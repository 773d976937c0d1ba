package org.suyuan.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * A person's account.
 *
 * @param username lower case
 * @param permissions those of the role
 * @param deactivatedAt null while the account is good for logging in
 */
record Account(
        ActorId id,
        String username,
        String displayName,
        String role,
        Set<Permission> permissions,
        Scope scope,
        Password password,
        Instant createdAt,
        @Nullable Instant deactivatedAt) {

    /**
     * @param hash Argon2id with its parameters and salt
     * @param oneTime set by somebody else, to be replaced at the first login
     * @param revision grows with every change
     */
    record Password(String hash, boolean oneTime, int revision) {}

    boolean isActive() {
        return deactivatedAt == null;
    }

    /** Whoever still has the password somebody else knows may do nothing but replace it. */
    Actor actor() {
        return password.oneTime()
                ? new Actor(id, displayName, Set.of(), new Scope.Nothing())
                : new Actor(id, displayName, permissions, scope);
    }
}
