package org.suyuan.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.CodedName;

/**
 * A post as the API shows it.
 *
 * @param from first day
 * @param to first day no more; absent for a post without end
 * @param current whether it is held today
 */
record PostView(
        String id,
        @Nullable NamedId organisation,
        @Nullable NamedId operator,
        String title,
        CodedName role,
        LocalDate from,
        @Nullable LocalDate to,
        boolean current) {

    static PostView of(
            Post post,
            Map<Workplace, Workplaces.Place> places,
            Map<String, Role> roles,
            LocalDate today,
            Locale locale) {
        Workplaces.Place place = places.get(post.place());
        Role role = roles.get(post.role());
        String placeName = place == null ? "" : place.name();
        return new PostView(
                post.id().toString(),
                post.place() instanceof Workplace.Body(var id) ? new NamedId(id.toString(), placeName) : null,
                post.place() instanceof Workplace.Firm(var id) ? new NamedId(id.toString(), placeName) : null,
                post.title(),
                role == null ? new CodedName(post.role(), post.role()) : role.named(locale),
                post.from(),
                post.to(),
                post.isHeldOn(today));
    }
}
