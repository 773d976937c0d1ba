package org.suyuan.trace.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.shared.Amount;
import org.suyuan.shared.CodedName;
import org.suyuan.trace.Anomaly;
import org.suyuan.trace.Detail;
import org.suyuan.trace.Direction;
import org.suyuan.trace.Fact;
import org.suyuan.trace.TraceGraph;
import org.suyuan.trace.Traces;
import org.suyuan.trace.web.TraceNames.PlaceView;
import org.suyuan.trace.web.TraceNames.UnitView;

/** A graph as the API shows it. */
@Component
class GraphViews {
    /** More contradictions than a person reads; the first of them tell what is wrong. */
    private static final int ANOMALIES_SHOWN_MAX = 200;

    private final TraceNames names;

    GraphViews(TraceNames names) {
        this.names = names;
    }

    /**
     * @param edges which group of units an event names: INPUT and PARENT lead from the group to the event, OUTPUT from the
     *     event to the group
     * @param packings which group of units was in which packages
     * @param sites every place of the graph, once
     * @param truncated whether there is more than a page can show
     */
    record GraphView(
            UnitView unit,
            Direction direction,
            OffsetDateTime at,
            List<NodeView> nodes,
            List<EventView> events,
            List<EdgeView> edges,
            List<PackingView> packings,
            List<PlaceView> sites,
            boolean truncated,
            List<AnomalyView> anomalies) {}

    /**
     * Units with the same history.
     *
     * @param role START, REACHED or CARRIER
     * @param count how many units
     * @param units the first of them
     */
    record NodeView(String id, TraceGraph.Node.Kind role, long count, List<UnitView> units) {}

    record EventView(
            String id,
            String eventId,
            OffsetDateTime time,
            CodedName type,
            @Nullable CodedName action,
            @Nullable CodedName bizStep,
            @Nullable CodedName disposition,
            @Nullable PlaceView site,
            @Nullable PlaceView from,
            @Nullable PlaceView to) {}

    /** @param amount of a lot as the event states it; of items, how many */
    record EdgeView(
            String node,
            String event,
            String role,
            @Nullable Amount amount) {}

    /** @param to when the last was unpacked; absent while some are inside */
    record PackingView(
            String child,
            String parent,
            long count,
            OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    record AnomalyView(CodedName kind, String event, long count) {}

    GraphView view(Traces.NamedGraph named, Instant at, Locale locale) {
        TraceGraph graph = named.graph();
        Set<@Nullable String> places = new LinkedHashSet<>();
        for (Fact event : graph.events()) {
            places.add(event.detail().place());
            places.add(event.detail().source());
            places.add(event.detail().destination());
        }
        List<TraceUnit> units = new ArrayList<>();
        units.add(named.unit());
        named.named().values().forEach(units::addAll);
        TraceNames.Looked looked = names.lookUp(places, units, locale);
        return new GraphView(
                looked.unit(named.unit()),
                graph.direction(),
                TraceNames.local(at),
                graph.nodes().stream()
                        .map(node -> node(node, named.named().getOrDefault(node.id(), List.of()), looked))
                        .toList(),
                graph.events().stream()
                        .map(event -> event(event, looked, locale))
                        .toList(),
                graph.edges().stream().map(GraphViews::edge).toList(),
                graph.packings().stream().map(GraphViews::packing).toList(),
                sites(places, looked),
                graph.truncated(),
                graph.anomalies().stream()
                        .limit(ANOMALIES_SHOWN_MAX)
                        .map(anomaly -> anomaly(anomaly, locale))
                        .toList());
    }

    private static List<PlaceView> sites(Set<@Nullable String> places, TraceNames.Looked looked) {
        List<PlaceView> sites = new ArrayList<>();
        for (String place : places) {
            if (place != null) {
                sites.add(looked.place(place));
            }
        }
        return sites;
    }

    private static NodeView node(TraceGraph.Node node, List<TraceUnit> units, TraceNames.Looked looked) {
        return new NodeView(
                nodeId(node.id()),
                node.kind(),
                node.units().size(),
                units.stream().map(looked::unit).toList());
    }

    private EventView event(Fact event, TraceNames.Looked looked, Locale locale) {
        Detail detail = event.detail();
        return new EventView(
                eventId(event.seq()),
                detail.eventId(),
                event.time().atOffset(detail.offset()),
                names.coded("eventType", detail.type(), locale),
                names.codedIfPresent("action", detail.action(), locale),
                names.codedIfPresent("bizStep", detail.bizStep(), locale),
                names.codedIfPresent("disposition", detail.disposition(), locale),
                looked.placeIfPresent(detail.place()),
                looked.placeIfPresent(detail.source()),
                looked.placeIfPresent(detail.destination()));
    }

    private static EdgeView edge(TraceGraph.Edge edge) {
        return new EdgeView(
                nodeId(edge.node()),
                eventId(edge.seq()),
                edge.role().published().name(),
                edge.amount());
    }

    private static PackingView packing(TraceGraph.Packing packing) {
        Instant to = packing.to();
        return new PackingView(
                nodeId(packing.child()),
                nodeId(packing.parent()),
                packing.units(),
                TraceNames.local(packing.from()),
                to == null ? null : TraceNames.local(to));
    }

    private AnomalyView anomaly(Anomaly anomaly, Locale locale) {
        return new AnomalyView(
                names.coded("trace.anomaly", anomaly.kind().code(), locale),
                eventId(anomaly.seq()),
                anomaly.units().size());
    }

    private static String nodeId(int id) {
        return "u" + id;
    }

    private static String eventId(long seq) {
        return "e" + seq;
    }
}
