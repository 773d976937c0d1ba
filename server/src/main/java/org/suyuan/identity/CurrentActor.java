package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.Actors;

/** The one place where the ambient login of Spring Security becomes a parameter. */
@Component
class CurrentActor implements Actors {
    @Override
    public Actor of(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication login
                ? login.actor()
                : PUBLIC;
    }
}
