package org.suyuan.identity;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.suyuan.shared.access.Actor;

/** A login as Spring Security sees it. It is worked out anew for every request and never stored. */
final class ActorAuthentication extends AbstractAuthenticationToken {
    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    Actor actor() {
        return actor;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }

    private void writeObject(ObjectOutputStream stream) throws NotSerializableException {
        throw new NotSerializableException("a login is looked up, not stored");
    }
}
