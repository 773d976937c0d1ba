package org.suyuan.trace.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.trace.Direction;
import org.suyuan.trace.Traces;

/** Where a unit came from, where it went, and what happened to it (R4.1, R2.40). */
@RestController
@RequestMapping("/api/trace")
@Tag(name = "trace")
class TraceController {
    private final Traces traces;
    private final GraphViews graphs;
    private final TimelineViews timelines;
    private final Clock clock;

    TraceController(Traces traces, GraphViews graphs, TimelineViews timelines, Clock clock) {
        this.traces = traces;
        this.graphs = graphs;
        this.timelines = timelines;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "traceUnit",
            summary = "Graph of where a unit came from (backward), went to (forward), or both, by events up to a time")
    GraphViews.GraphView graph(
            @RequestParam String unit,
            @RequestParam(defaultValue = "both") String direction,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Actor actor,
            Locale locale) {
        TraceUnit asked = read(unit);
        Instant until = until(at);
        return traces.graph(actor, asked, direction(direction), until)
                .map(graph -> graphs.view(graph, until, locale))
                .orElseThrow(() -> unknown(asked));
    }

    @GetMapping("/timeline")
    @Operation(
            operationId = "unitTimeline",
            summary = "What happened to one unit, itself or through its packages, up to a time")
    TimelineViews.TimelineView timeline(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Actor actor,
            Locale locale) {
        TraceUnit asked = read(unit);
        Instant until = until(at);
        return traces.timeline(actor, asked, until)
                .map(story -> timelines.view(story, until, locale))
                .orElseThrow(() -> unknown(asked));
    }

    private Instant until(@Nullable OffsetDateTime at) {
        return at == null ? clock.instant() : at.toInstant();
    }

    private static Direction direction(String text) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> InvalidInput.of("direction", text, "direction", "expected: backward, forward or both"));
    }

    private static TraceUnit read(String text) {
        return switch (UnitSyntax.read(text)) {
            case UnitReading.Recognised recognised -> recognised.unit();
            case UnitReading.Malformed malformed ->
                throw InvalidInput.of(
                        "unit",
                        text,
                        malformed.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        malformed.detail());
        };
    }

    private static Problem unknown(TraceUnit unit) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing is known of " + unit.uri());
    }
}
