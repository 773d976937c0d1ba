package org.suyuan.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.identity.Me.CapacityBody;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Scope;

/** Shows people who they are. */
@Component
class MeViews {
    private final Regions regions;
    private final MessageSource messages;

    MeViews(Regions regions, MessageSource messages) {
        this.regions = regions;
        this.messages = messages;
    }

    Me of(Capacities.Standing standing, Locale locale) {
        Account account = standing.account();
        Capacities.Choice acting = standing.mustDo() == null ? standing.acting() : null;
        Actor actor = standing.actor();
        return new Me(
                account.id().toString(),
                account.username(),
                account.displayName(),
                acting == null ? null : acting.role().named(locale),
                actor.permissions().stream().sorted().toList(),
                ScopeBody.of(actor.scope()),
                acting == null ? null : capacity(acting, locale),
                standing.choices().stream()
                        .map(choice -> capacity(choice, locale))
                        .toList(),
                jurisdiction(actor.scope(), locale),
                standing.mustDo(),
                locale.toLanguageTag());
    }

    static CapacityBody capacity(Capacities.Choice choice, Locale locale) {
        String placeName = choice.place().name();
        Capacity.Principal behalfOf = choice.behalfOf();
        return new CapacityBody(
                choice.post().id().toString(),
                choice.post().place() instanceof Workplace.Body(var id) ? new NamedId(id.toString(), placeName) : null,
                choice.post().place() instanceof Workplace.Firm(var id) ? new NamedId(id.toString(), placeName) : null,
                choice.post().title(),
                choice.role().named(locale),
                behalfOf == null ? null : new NamedId(behalfOf.id().toString(), behalfOf.name()));
    }

    private @Nullable CodedName jurisdiction(Scope scope, Locale locale) {
        if (!(scope instanceof Scope.Jurisdiction(String path))) {
            return null;
        }
        String[] steps = path.split("/");
        if (steps.length == 0) {
            return new CodedName("CN", messages.getMessage("identity.nation", null, locale));
        }
        String last = steps[steps.length - 1];
        Optional<RegionCode> code = RegionCode.parse(last);
        RegionName name = code.map(one -> regions.names(List.of(one)).get(one)).orElse(null);
        return new CodedName(last, name == null ? last : name.in(locale));
    }
}
