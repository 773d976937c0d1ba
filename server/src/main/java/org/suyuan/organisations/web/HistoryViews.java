package org.suyuan.organisations.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.Decision;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.organisations.Period;
import org.suyuan.organisations.Place;
import org.suyuan.organisations.web.HistoryView.DecisionView;
import org.suyuan.organisations.web.HistoryView.PeriodView;
import org.suyuan.organisations.web.OrganisationView.BodyName;
import org.suyuan.organisations.web.OrganisationViews.Names;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.OrganisationId;

/** Tells a body's history in sentences. */
@Component
class HistoryViews {
    private static final String STORY = "organisations.story.";

    private final Organisations organisations;
    private final OrganisationViews views;
    private final MessageSource messages;

    HistoryViews(Organisations organisations, OrganisationViews views, MessageSource messages) {
        this.organisations = organisations;
        this.views = views;
        this.messages = messages;
    }

    HistoryView of(List<Decision> decisions, List<Period> periods, LocalDate today, Locale locale) {
        Stream<@Nullable OrganisationId> ids = Stream.concat(
                decisions.stream().map(decision -> named(decision.change())),
                periods.stream().map(period -> period.facts().parent()));
        Stream<@Nullable Place> places = Stream.concat(
                decisions.stream().map(decision -> place(decision.change())),
                periods.stream().map(period -> period.facts().place()));
        Names names = views.names(ids, places, today, locale);
        Map<String, OrganisationType> types = organisations.types();
        return new HistoryView(
                decisions.stream().map(decision -> view(decision, names, types)).toList(),
                periods.stream().map(period -> view(period, names, types)).toList());
    }

    private static @Nullable OrganisationId named(Change change) {
        return switch (change) {
            case Change.Founded(Facts facts) -> facts.parent();
            case Change.Moved moved -> moved.parent();
            case Change.Merged(OrganisationId into) -> into;
            case Change.Renamed renamed -> null;
            case Change.Followed followed -> null;
            case Change.Reclassified reclassified -> null;
            case Change.Closed closed -> null;
        };
    }

    private static @Nullable Place place(Change change) {
        return switch (change) {
            case Change.Founded(Facts facts) -> facts.place();
            case Change.Moved moved -> moved.place();
            case Change.Followed(Place place) -> place;
            case Change.Merged merged -> null;
            case Change.Renamed renamed -> null;
            case Change.Reclassified reclassified -> null;
            case Change.Closed closed -> null;
        };
    }

    private DecisionView view(Decision decision, Names names, Map<String, OrganisationType> types) {
        return new DecisionView(
                decision.number(),
                decision.change().kind(),
                views.label(decision.change().kind(), names.locale()),
                story(decision.change(), names, types),
                decision.from(),
                decision.decidedAt(),
                decision.byName(),
                decision.byCapacity(),
                decision.reason(),
                decision.legalBasis());
    }

    private String story(Change change, Names names, Map<String, OrganisationType> types) {
        return switch (change) {
            case Change.Founded(Facts facts) ->
                tell(
                        facts.parent() == null ? "founded" : "founded-below",
                        names,
                        facts.name(),
                        names.region(facts.place()).name(),
                        type(facts.type(), names, types).name(),
                        name(facts.parent(), names));
            case Change.Renamed(String name, String shortName) -> tell("renamed", names, name);
            case Change.Moved moved -> moved(moved, names);
            case Change.Followed(Place place) ->
                tell("followed", names, names.region(place).name());
            case Change.Reclassified(String type, OrganisationLevel level) ->
                tell("reclassified", names, type(type, names, types).name());
            case Change.Merged(OrganisationId into) -> tell("merged", names, name(into, names));
            case Change.Closed closed -> tell("closed", names);
        };
    }

    private String moved(Change.Moved moved, Names names) {
        List<String> parts = new ArrayList<>();
        if (moved.parent() != null) {
            parts.add(tell("moved-parent", names, name(moved.parent(), names)));
        }
        if (moved.place() != null) {
            parts.add(tell("moved-region", names, names.region(moved.place()).name()));
        }
        CodedName level = names.level(moved.level());
        if (level != null) {
            parts.add(tell("moved-level", names, level.name()));
        }
        return String.join(tell("and", names), parts);
    }

    private String tell(String key, Names names, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(STORY + key, arguments, names.locale()));
    }

    private static String name(@Nullable OrganisationId id, Names names) {
        BodyName body = names.body(id);
        return body == null ? "" : body.name();
    }

    private static CodedName type(String code, Names names, Map<String, OrganisationType> types) {
        OrganisationType type = types.get(code);
        return type == null ? new CodedName(code, code) : names.type(type);
    }

    private static PeriodView view(Period period, Names names, Map<String, OrganisationType> types) {
        Facts facts = period.facts();
        return new PeriodView(
                period.from(),
                period.to(),
                facts.name(),
                facts.shortName(),
                type(facts.type(), names, types),
                names.level(facts.level()),
                names.region(facts.place()),
                names.body(facts.parent()));
    }
}
