package org.suyuan.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * Where units came from or went: groups of units with the same history, the events they went through, and the packages
 * they were in. A lot of a million items sold through forty shops is about forty groups.
 *
 * @param events in order of event time, without those that only arrange packages
 * @param edges which group an event names in which role
 * @param packings which group was in which
 */
public record TraceGraph(
        Direction direction,
        List<Node> nodes,
        List<Fact> events,
        List<Edge> edges,
        List<Packing> packings,
        boolean truncated,
        List<Anomaly> anomalies) {
    /**
     * Units of one series with the same history. Lots are never grouped with one another.
     *
     * @param kind what the units are to the trace
     */
    public record Node(int id, Kind kind, Series series, IntervalSet units) {
        public enum Kind {
            /** What was asked for. */
            START,
            /** What it was made of, or what was made of it. */
            REACHED,
            /** Packages that carried it. */
            CARRIER
        }
    }

    /** @param amount of a lot as the event states it, or the number of items; null where a lot's is not stated */
    public record Edge(
            int node, long seq, Role role, @Nullable Amount amount) {}

    /**
     * @param units how many of the child group, each counted once
     * @param from when the first was packed
     * @param to when the last was unpacked; null if some still are inside
     */
    public record Packing(
            int child,
            int parent,
            long units,
            Instant from,
            @Nullable Instant to) {}
}
