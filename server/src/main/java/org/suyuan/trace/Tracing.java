package org.suyuan.trace;

import java.time.Instant;
import java.util.List;

/**
 * Answers over the captured events: the timeline of a unit and the graph around some. Pure: all it knows comes from the
 * store, all it costs is bounded.
 */
public final class Tracing {
    private final TraceStore store;
    private final Bounds bounds;

    public Tracing(TraceStore store, Bounds bounds) {
        this.store = store;
        this.bounds = bounds;
    }

    /** What happened to the unit up to and including the time, by all that is known now. */
    public Timeline timeline(Unit unit, Instant at) {
        return Timeline.of(unit, store, Moment.endOf(at), bounds);
    }

    /** Where the units came from, or went to, by events up to and including the time, by all that is known now. */
    public TraceGraph graph(Units start, Direction direction, Instant at) {
        Moment end = Moment.endOf(at);
        List<Trail> trails = switch (direction) {
            case BACKWARD, FORWARD -> List.of(Trail.walk(start, direction, store, end, bounds));
            case BOTH ->
                List.of(
                        Trail.walk(start, Direction.BACKWARD, store, end, bounds),
                        Trail.walk(start, Direction.FORWARD, store, end, bounds));
        };
        return GraphAssembly.assemble(start, direction, trails, end, bounds);
    }
}
