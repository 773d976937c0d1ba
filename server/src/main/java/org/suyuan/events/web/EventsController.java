package org.suyuan.events.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.EventQuery;
import org.suyuan.events.Events;
import org.suyuan.events.StoredEvent;
import org.suyuan.events.UnitIndex.Role;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** Events as people read them: names beside codes, in the reader's language. */
@RestController
@RequestMapping("/api/events/events")
@Tag(name = "events")
class EventsController {
    private final Events events;
    private final EventViews views;

    EventsController(Events events, EventViews views) {
        this.events = events;
        this.views = views;
    }

    @GetMapping
    @Operation(operationId = "listEvents", summary = "Events within scope, newest first")
    Page<EventViews.Row> list(
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> action,
            @RequestParam(required = false) @Nullable List<String> bizStep,
            @RequestParam(required = false) @Nullable List<String> disposition,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "EVENT_TIME_DESC") EventQuery.Order order,
            PageRequest page,
            Actor actor,
            Locale locale) {
        EventQuery query = new EventQuery(
                orEmpty(type),
                orEmpty(action),
                orEmpty(bizStep),
                orEmpty(disposition),
                List.of(),
                from == null ? null : from.toInstant(),
                to == null ? null : to.toInstant(),
                null,
                null,
                List.of(),
                List.of(),
                place == null ? List.of() : List.of(Gs1Uri.canonicalOrSame(place)),
                unit == null ? List.of() : List.of(match(unit)),
                order);
        Page<StoredEvent> found = events.list(query, page, actor);
        return new Page<>(views.rows(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "getEvent", summary = "One event with all it names")
    EventViews.Detail one(@PathVariable String eventId, Actor actor, Locale locale) {
        StoredEvent event = events.find(eventId, actor)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "no event " + eventId));
        return views.detail(event, locale);
    }

    private static EventQuery.UnitMatch match(String unit) {
        return switch (UnitSyntax.read(unit)) {
            case UnitReading.Recognised recognised ->
                new EventQuery.UnitMatch(List.of(recognised.unit()), EnumSet.allOf(Role.class));
            case UnitReading.Malformed malformed ->
                throw InvalidInput.of("unit", unit, malformed.rule().name(), malformed.detail());
        };
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null ? List.of() : new ArrayList<>(values);
    }
}
