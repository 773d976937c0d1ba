package org.suyuan.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * Timelines and graphs for those who may trace. An actor bound to an operator or a region gets only units in whose story
 * that operator or region takes part; of these it gets the whole chain, because a chain that ends at one's own gate
 * answers neither where from nor where to (R4.1).
 */
@Component
public class Traces {
    /** Units of one group that are named; the others are only counted. */
    public static final int UNITS_NAMED_MAX = 5;

    private final UnitNumbers numbers;
    private final UnitStories stories;
    private final Tracing tracing;
    private final Involvement involvement;

    Traces(UnitNumbers numbers, UnitStories stories, TraceStore store, Involvement involvement) {
        this.numbers = numbers;
        this.stories = stories;
        this.tracing = new Tracing(store, Bounds.INTERACTIVE);
        this.involvement = involvement;
    }

    /**
     * A graph with names.
     *
     * @param named up to {@value #UNITS_NAMED_MAX} units of each group, by group
     */
    public record NamedGraph(TraceUnit unit, TraceGraph graph, Map<Integer, List<TraceUnit>> named) {}

    /** Empty where no event names the unit, or none that is the actor's business. */
    public Optional<UnitStory> timeline(Actor actor, TraceUnit unit, Instant at) {
        actor.require(Permission.TRACE_READ);
        UnitStory story = stories.story(unit, at);
        return story.steps().isEmpty() || !involvement.covers(actor.scope(), story)
                ? Optional.empty()
                : Optional.of(story);
    }

    /** Same, for where the unit came from or went. */
    public Optional<NamedGraph> graph(Actor actor, TraceUnit unit, Direction direction, Instant at) {
        return timeline(actor, unit, at).map(_ -> {
            TraceGraph graph = tracing.graph(numbers.known(unit), direction, at);
            return new NamedGraph(unit, graph, names(graph.nodes()));
        });
    }

    private Map<Integer, List<TraceUnit>> names(Collection<TraceGraph.Node> nodes) {
        List<Unit> asked = new ArrayList<>();
        nodes.forEach(node -> asked.addAll(first(node)));
        Map<Unit, TraceUnit> identifiers = numbers.identifiers(asked);
        Map<Integer, List<TraceUnit>> names = new java.util.HashMap<>();
        for (TraceGraph.Node node : nodes) {
            List<TraceUnit> named = new ArrayList<>();
            for (Unit unit : first(node)) {
                TraceUnit identifier = identifiers.get(unit);
                if (identifier != null) {
                    named.add(identifier);
                }
            }
            names.put(node.id(), List.copyOf(named));
        }
        return names;
    }

    private static List<Unit> first(TraceGraph.Node node) {
        return node.units()
                .positions()
                .limit(UNITS_NAMED_MAX)
                .mapToObj(position -> new Unit(node.series(), position))
                .toList();
    }
}
