package org.suyuan.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/** Turns the login of a request into the actor that use cases take. Implemented by {@code identity}. */
public interface Actors {
    /** Who asks when nobody logged in: may do nothing that needs a permission. */
    Actor PUBLIC = new Actor(new ActorId(new UUID(0, 0)), "public", Set.of(), new Scope.Nothing());

    Actor of(HttpServletRequest request);
}
