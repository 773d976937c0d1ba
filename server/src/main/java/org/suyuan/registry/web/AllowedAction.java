package org.suyuan.registry.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * What the reader of a detail may do with it, so that the console shows a button that cannot be pressed together with the reason.
 *
 * @param reason in the reader's language, null when allowed
 */
record AllowedAction(
        String action, boolean allowed, @Nullable String reason) {

    /** Whoever sees an entry and may write may change it: reading and writing reach equally far. */
    static List<AllowedAction> change(Actor actor, MessageSource messages, Locale locale) {
        boolean allowed = actor.may(Permission.REGISTRY_WRITE);
        String reason = allowed ? null : messages.getMessage("registry.reason.no-write", null, locale);
        return List.of(new AllowedAction("change", allowed, reason));
    }
}
