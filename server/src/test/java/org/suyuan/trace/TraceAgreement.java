package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.suyuan.shared.Amount;

/** Compares every answer over a store with the oracle's, unit by unit. */
final class TraceAgreement {
    private static final Bounds WIDE = new Bounds(1_000_000, 100_000, 100_000, 1_000, 100);

    private final World world;
    private final TraceStore store;
    private final Instant at;
    private final Moment end;
    private final ItemByItem oracle;
    private final Tracing tracing;

    TraceAgreement(World world, TraceStore store, Instant at) {
        this.world = world;
        this.store = store;
        this.at = at;
        this.end = Moment.endOf(at);
        this.oracle = new ItemByItem(world, end);
        this.tracing = new Tracing(store, WIDE);
    }

    /** Checks timelines and walks of up to the given number of units, chosen by the world's seed. */
    void check(int unitsMax) {
        List<Unit> units = new ArrayList<>(world.units());
        java.util.Collections.shuffle(units, new Random(world.seed()));
        for (Unit unit : units.subList(0, Math.min(unitsMax, units.size()))) {
            checkTimeline(unit);
            checkWalk(unit, Direction.FORWARD);
            checkWalk(unit, Direction.BACKWARD);
        }
    }

    private String about(Object what) {
        return "%s in world -Dsuyuan.seed=%d at %s".formatted(what, world.seed(), at);
    }

    private void checkTimeline(Unit unit) {
        Timeline timeline = tracing.timeline(unit, at);
        List<String> steps = timeline.steps().stream()
                .map(step -> "%03d %02d %d"
                        .formatted(
                                step.via().size(),
                                step.role().ordinal(),
                                step.fact().seq()))
                .toList();
        assertThat(steps).as(about("timeline of " + unit)).isEqualTo(oracle.timeline(unit));
        assertThat(timeline.truncated()).isFalse();
    }

    private void checkWalk(Unit start, Direction direction) {
        String about = about(direction + " from " + start);
        Trail trail = Trail.walk(start.alone(), direction, store, end, WIDE);
        ItemByItem.Walked walked = oracle.walk(start, direction, end);
        Map<Unit, Moment> found = new HashMap<>();
        trail.reach()
                .units()
                .each()
                .forEach(unit -> found.put(
                        unit,
                        trail.reach()
                                .bound(trail.reach()
                                        .of(unit.series(), unit.alone().in(unit.series()))
                                        .getFirst()
                                        .window())));
        assertThat(found).as("reached " + about).isEqualTo(walked.reached());
        assertThat(new TreeSet<>(trail.facts().keySet())).as("events " + about).isEqualTo(walked.events());
        assertThat(carriers(trail)).as("carriers " + about).isEqualTo(walked.carriers());
        assertThat(anomalies(trail.anomalies())).as("anomalies " + about).isEqualTo(oracle.anomalies(walked));
        assertThat(trail.truncated()).isFalse();
        TraceGraph graph = GraphAssembly.assemble(start.alone(), direction, List.of(trail), end, WIDE);
        checkGraph(graph, start, walked, about);
    }

    private Map<Unit, Set<Long>> carriers(Trail trail) {
        Map<Unit, Set<Long>> carriers = new HashMap<>();
        trail.carriers()
                .forEach((parcel, windows) -> carriers.put(
                        parcel,
                        oracle.facts().stream()
                                .filter(fact -> windows.contains(fact.moment()))
                                .map(Fact::seq)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return carriers;
    }

    private static Set<String> anomalies(Iterable<Anomaly> anomalies) {
        Set<String> found = new TreeSet<>();
        anomalies.forEach(anomaly -> anomaly.units().positions().forEach(position -> {
            String seq = anomaly.kind() == Anomaly.Kind.PACKAGE_IN_ITSELF ? "" : " " + anomaly.seq();
            found.add(anomaly.kind() + seq + " " + new Unit(anomaly.series(), position));
        }));
        return found;
    }

    private void checkGraph(TraceGraph graph, Unit start, ItemByItem.Walked walked, String about) {
        Set<Unit> members = new TreeSet<>(walked.reached().keySet());
        members.addAll(walked.carriers().keySet());
        Map<Set<String>, Set<Unit>> groups = new HashMap<>();
        for (Unit unit : members) {
            Set<String> history = new TreeSet<>(oracle.history(unit, walked));
            history.add(
                    unit.series().isClassLevel()
                            ? unit.toString()
                            : unit.series().toString());
            history.add(unit.equals(start) ? "START" : walked.reached().containsKey(unit) ? "REACHED" : "CARRIER");
            groups.computeIfAbsent(history, _ -> new TreeSet<>()).add(unit);
        }
        Set<String> nodes = graph.nodes().stream()
                .map(node -> Units.of(node.series(), node.units()).each().collect(Collectors.toCollection(TreeSet::new))
                        + " " + node.kind())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        groups.forEach((history, units) -> expected.add(units + " "
                + history.stream()
                        .filter(text -> Set.of("START", "REACHED", "CARRIER").contains(text))
                        .findFirst()
                        .orElseThrow()));
        assertThat(nodes).as("groups " + about).isEqualTo(expected);
        checkEdges(graph, walked, about);
        checkPackings(graph, walked, about);
        assertThat(graph.events())
                .as("order of events " + about)
                .isSortedAccordingTo(Comparator.comparing(Fact::moment))
                .noneMatch(Fact::arrangesPackages);
    }

    /** Items count how many of the group the event names; what is in a named package shares the history, not the edge. */
    private void checkEdges(TraceGraph graph, ItemByItem.Walked walked, String about) {
        Map<Unit, Integer> nodeOf = nodeOf(graph);
        Map<String, Integer> expected = new TreeMap<>();
        for (ItemByItem.Row row : oracle.edges(walked)) {
            Integer node = nodeOf.get(row.unit());
            boolean lot = row.unit().series().isClassLevel();
            expected.merge(
                    node + " " + row.fact().seq() + " " + row.role() + " " + (lot ? row.amount() : ""),
                    1,
                    Integer::sum);
        }
        Map<String, Integer> found = new TreeMap<>();
        for (TraceGraph.Edge edge : graph.edges()) {
            boolean lot = node(graph, edge.node()).series().isClassLevel();
            Amount amount = edge.amount();
            found.merge(
                    edge.node() + " " + edge.seq() + " " + edge.role() + " " + (lot ? amount : ""),
                    lot || amount == null ? 1 : amount.value().intValueExact(),
                    Integer::sum);
        }
        assertThat(found).as("edges " + about).isEqualTo(expected);
    }

    private static Map<Unit, Integer> nodeOf(TraceGraph graph) {
        Map<Unit, Integer> nodeOf = new HashMap<>();
        graph.nodes()
                .forEach(node -> node.units()
                        .positions()
                        .forEach(position -> nodeOf.put(new Unit(node.series(), position), node.id())));
        return nodeOf;
    }

    private void checkPackings(TraceGraph graph, ItemByItem.Walked walked, String about) {
        Map<Unit, Integer> nodeOf = nodeOf(graph);
        Map<String, Set<Unit>> children = new HashMap<>();
        for (ItemByItem.Inside inside : oracle.packings(walked)) {
            children.computeIfAbsent(
                            nodeOf.get(inside.unit()) + " in " + nodeOf.get(inside.parent()), _ -> new TreeSet<>())
                    .add(inside.unit());
        }
        Map<String, Integer> expected = new HashMap<>();
        children.forEach((key, units) -> expected.put(key, units.size()));
        Map<String, Integer> found = new HashMap<>();
        graph.packings()
                .forEach(packing -> found.put(packing.child() + " in " + packing.parent(), (int) packing.units()));
        assertThat(found).as("packings " + about).isEqualTo(expected);
    }

    private static TraceGraph.Node node(TraceGraph graph, int id) {
        return graph.nodes().stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
