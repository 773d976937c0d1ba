package org.suyuan.organisations.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.organisations.Place;
import org.suyuan.organisations.web.OrganisationView.AllowedAction;
import org.suyuan.organisations.web.OrganisationView.BodyName;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;

/** Shows bodies in the reader's language; names of other bodies and of regions are fetched once an answer. */
@Component
class OrganisationViews {
    /** Each is a resource of the body: {@code POST /{id}/<plural>}. */
    private static final List<String> ACTIONS = List.of("rename", "move", "reclassify", "merge", "close");

    private final Organisations organisations;
    private final OrganisationRegister register;
    private final Regions regions;
    private final MessageSource messages;

    OrganisationViews(
            Organisations organisations, OrganisationRegister register, Regions regions, MessageSource messages) {
        this.organisations = organisations;
        this.register = register;
        this.regions = regions;
        this.messages = messages;
    }

    List<OrganisationView> of(List<Organisation> bodies, LocalDate on, Locale locale) {
        Names names = names(bodies, on, locale);
        return bodies.stream().map(body -> view(body, names, null)).toList();
    }

    OrganisationView detail(Organisation body, Actor actor, LocalDate on, Locale locale) {
        String reason = register.hindrance(actor, body)
                .map(hindrance -> label(hindrance, locale))
                .orElse(null);
        List<AllowedAction> actions = ACTIONS.stream()
                .map(action -> new AllowedAction(action, reason == null, reason))
                .toList();
        return view(body, names(List.of(body), on, locale), actions);
    }

    private OrganisationView view(Organisation body, Names names, @Nullable List<AllowedAction> actions) {
        return new OrganisationView(
                body.id().toString(),
                body.name(),
                body.shortName(),
                names.type(body.type()),
                body.authority(),
                names.level(body.level()),
                names.region(body.facts().place()),
                body.regionPath(),
                names.body(body.parent()),
                body.path(),
                body.uscc() == null ? null : body.uscc().value(),
                body.validFrom(),
                body.validTo(),
                body.status(),
                label(body.status(), names.locale()),
                names.body(body.successor()),
                body.version(),
                actions);
    }

    private Names names(List<Organisation> bodies, LocalDate on, Locale locale) {
        return names(
                bodies.stream().flatMap(body -> Stream.of(body.parent(), body.successor())),
                bodies.stream().map(body -> body.facts().place()),
                on,
                locale);
    }

    /** The names of what is mentioned. */
    Names names(Stream<@Nullable OrganisationId> ids, Stream<@Nullable Place> places, LocalDate on, Locale locale) {
        Collection<OrganisationId> bodies =
                ids.flatMap(Stream::ofNullable).distinct().toList();
        Collection<RegionCode> codes = places.flatMap(Stream::ofNullable)
                .map(Place::region)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        return new Names(organisations.findAll(bodies, on), regions.names(codes), messages, locale);
    }

    String label(Enum<?> value, Locale locale) {
        return Names.label(messages, value, locale);
    }

    /** Names in one language. */
    record Names(
            Map<OrganisationId, Organisation> bodies,
            Map<RegionCode, RegionName> regions,
            MessageSource messages,
            Locale locale) {

        @Nullable
        BodyName body(@Nullable OrganisationId id) {
            Organisation found = id == null ? null : bodies.get(id);
            return found == null ? null : new BodyName(found.id().toString(), found.name());
        }

        CodedName region(Place place) {
            RegionCode code = place.region();
            if (code == null) {
                return new CodedName(
                        Place.NATION_CODE,
                        Objects.requireNonNull(messages.getMessage("organisations.nation", null, locale)));
            }
            RegionName name = regions.get(code);
            return new CodedName(code.toString(), name == null ? code.toString() : name.in(locale));
        }

        @Nullable
        CodedName level(@Nullable OrganisationLevel level) {
            return level == null ? null : new CodedName(level.name(), label(messages, level, locale));
        }

        CodedName type(OrganisationType type) {
            return new CodedName(type.code(), type.name(locale));
        }

        static String label(MessageSource messages, Enum<?> value, Locale locale) {
            String key = "organisations." + value.getDeclaringClass().getSimpleName() + "." + value.name();
            return Objects.requireNonNull(messages.getMessage(key, null, locale));
        }
    }
}
