package org.suyuan.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * Turns walks into a graph of groups. Every event splits the groups into what it happened to, directly or through a
 * package, and what it did not: exactly the units with the same history stay together.
 */
final class GraphAssembly {
    private final Units start;
    private final Direction direction;
    private final List<Trail> trails;
    private final Moment end;
    private final Bounds bounds;

    private final Map<Long, Fact> facts = new HashMap<>();
    private final Map<Unit, Windows> carriers = new LinkedHashMap<>();
    private final Map<Series, TreeMap<Long, List<Stay>>> insides = new HashMap<>();
    private final Set<Stay> stays = new LinkedHashSet<>();
    private final Set<Anomaly> anomalies = new LinkedHashSet<>();
    private final Partition partition = new Partition();

    private GraphAssembly(Units start, Direction direction, List<Trail> trails, Moment end, Bounds bounds) {
        this.start = start;
        this.direction = direction;
        this.trails = trails;
        this.end = end;
        this.bounds = bounds;
    }

    static TraceGraph assemble(Units start, Direction direction, List<Trail> trails, Moment end, Bounds bounds) {
        return new GraphAssembly(start, direction, trails, end, bounds).assemble();
    }

    private TraceGraph assemble() {
        trails.forEach(this::collect);
        List<Naming> namings = namings();
        refine(namings);
        Map<Integer, TraceGraph.Node> nodes = nodes();
        boolean cut = nodes.size() > bounds.nodes();
        if (cut) {
            nodes = mostTelling(nodes);
        }
        LinkedHashMap<Long, Fact> events = new LinkedHashMap<>();
        facts.values().stream()
                .filter(fact -> !fact.arrangesPackages())
                .sorted(Comparator.comparing(Fact::moment))
                .limit(bounds.events() + 1L)
                .forEach(fact -> events.put(fact.seq(), fact));
        if (events.size() > bounds.events()) {
            events.remove(events.lastEntry().getKey());
            cut = true;
        }
        return new TraceGraph(
                direction,
                List.copyOf(nodes.values()),
                List.copyOf(events.values()),
                edges(namings, nodes, events),
                packings(nodes),
                cut || trails.stream().anyMatch(Trail::truncated),
                List.copyOf(anomalies));
    }

    private void collect(Trail trail) {
        facts.putAll(trail.facts());
        trail.carriers().forEach((carrier, windows) -> carriers.merge(carrier, windows, Windows::addAll));
        anomalies.addAll(trail.anomalies());
        for (Stay stay : trail.stays()) {
            if (stays.add(stay)) {
                insides.computeIfAbsent(stay.parent().series(), _ -> new TreeMap<>())
                        .computeIfAbsent(stay.parent().position(), _ -> new ArrayList<>())
                        .add(stay);
            }
        }
    }

    /** All units that one event names in one role. */
    private record Naming(
            Fact fact,
            Role role,
            Series series,
            IntervalSet units,
            @Nullable Amount amount) {}

    /** What tells namings apart; the touches of several rounds and walks are pieces of one naming. */
    private record NamingKey(
            long seq,
            Role role,
            Series series,
            @Nullable Amount amount,
            @Nullable Long lot) {}

    private List<Naming> namings() {
        Map<NamingKey, List<IntervalSet>> pieces = new LinkedHashMap<>();
        for (Trail trail : trails) {
            for (Touch touch : trail.touches()) {
                Part part = touch.part();
                Long lot = part.series().isClassLevel() ? part.positions().first() : null;
                NamingKey key = new NamingKey(touch.fact().seq(), part.role(), part.series(), part.amount(), lot);
                pieces.computeIfAbsent(key, _ -> new ArrayList<>()).add(part.positions());
            }
        }
        List<Naming> namings = new ArrayList<>();
        pieces.forEach((key, sets) -> {
            Fact fact = facts.get(key.seq());
            if (fact != null && !fact.arrangesPackages()) {
                namings.add(new Naming(fact, key.role(), key.series(), IntervalSet.unionOf(sets), key.amount()));
            }
        });
        return namings;
    }

    private void refine(List<Naming> namings) {
        Units.Gatherer reached = new Units.Gatherer();
        trails.forEach(trail -> trail.reach().units().forEach(reached::add));
        Units.Gatherer carrying = new Units.Gatherer();
        carriers.keySet().forEach(carrying::add);
        carrying.units().forEach(partition::admit);
        reached.units().forEach(partition::admit);
        reached.units().forEach(partition::split);
        start.forEach(partition::split);
        Map<Happening, Units.Gatherer> happenings = new LinkedHashMap<>();
        for (Naming naming : namings) {
            Units.Gatherer happenedTo = happenings.computeIfAbsent(
                    new Happening(naming.fact().seq(), naming.role()), _ -> new Units.Gatherer());
            happenedTo.add(naming.series(), naming.units());
            if (Role.CARRIED.contains(naming.role())) {
                addInsides(naming.series(), naming.units(), naming.fact().moment(), happenedTo, new HashSet<>());
            }
        }
        happenings.values().forEach(happenedTo -> happenedTo.units().forEach(partition::split));
    }

    /** What makes up the history of a unit. */
    private record Happening(long seq, Role role) {}

    /** Adds what was in the units, as far as they are packages, at the moment. */
    private void addInsides(
            Series series, IntervalSet units, Moment moment, Units.Gatherer happenedTo, Set<Unit> opened) {
        TreeMap<Long, List<Stay>> packages = insides.get(series);
        if (packages == null) {
            return;
        }
        for (IntervalSet.Interval interval : units.intervals()) {
            packages.subMap(interval.from(), interval.to()).forEach((position, inside) -> {
                if (opened.add(new Unit(series, position))) {
                    for (Stay stay : inside) {
                        if (stay.window().contains(moment)) {
                            IntervalSet there = mattering(stay.series(), stay.units(), moment);
                            happenedTo.add(stay.series(), there);
                            addInsides(stay.series(), there, moment, happenedTo, opened);
                        }
                    }
                }
            });
        }
    }

    /** The units that are reached, or carry what is reached, at the moment. */
    private IntervalSet mattering(Series series, IntervalSet units, Moment moment) {
        List<IntervalSet> mattering = new ArrayList<>();
        windows(series, units).forEach(piece -> {
            if (piece.window().contains(moment)) {
                mattering.add(piece.units());
            }
        });
        return IntervalSet.unionOf(mattering);
    }

    private List<Validity.Piece> windows(Series series, IntervalSet units) {
        List<Validity.Piece> pieces = new ArrayList<>();
        trails.forEach(trail -> pieces.addAll(trail.reach().of(series, units)));
        if (insides.containsKey(series)) {
            units.positions().forEach(position -> {
                Windows windows = carriers.getOrDefault(new Unit(series, position), Windows.NEVER);
                windows.list().forEach(window -> pieces.add(new Validity.Piece(IntervalSet.of(position), window)));
            });
        }
        return pieces;
    }

    private Map<Integer, TraceGraph.Node> nodes() {
        Map<Integer, TraceGraph.Node> nodes = new LinkedHashMap<>();
        partition
                .groups()
                .forEach((series, groups) -> groups.forEach((group, units) -> {
                    Unit sample = new Unit(series, units.first());
                    TraceGraph.Node.Kind kind = start.contains(sample)
                            ? TraceGraph.Node.Kind.START
                            : trails.stream()
                                            .anyMatch(trail -> !trail.reach()
                                                    .of(series, sample.alone().in(series))
                                                    .isEmpty())
                                    ? TraceGraph.Node.Kind.REACHED
                                    : TraceGraph.Node.Kind.CARRIER;
                    nodes.put(group, new TraceGraph.Node(group, kind, series, units));
                }));
        return nodes;
    }

    /** The start, then what was reached, then carriers; bigger groups first. */
    private Map<Integer, TraceGraph.Node> mostTelling(Map<Integer, TraceGraph.Node> nodes) {
        Map<Integer, TraceGraph.Node> kept = new LinkedHashMap<>();
        nodes.values().stream()
                .sorted(Comparator.comparing(TraceGraph.Node::kind)
                        .thenComparing(node -> -node.units().size())
                        .thenComparing(TraceGraph.Node::id))
                .limit(bounds.nodes())
                .forEach(node -> kept.put(node.id(), node));
        return kept;
    }

    private List<TraceGraph.Edge> edges(
            List<Naming> namings, Map<Integer, TraceGraph.Node> nodes, Map<Long, Fact> events) {
        List<TraceGraph.Edge> edges = new ArrayList<>();
        for (Naming naming : namings) {
            partition.over(naming.series(), naming.units()).forEach((group, units) -> {
                if (nodes.containsKey(group) && events.containsKey(naming.fact().seq())) {
                    Amount amount = naming.series().isClassLevel()
                            ? naming.amount()
                            : new Amount(BigDecimal.valueOf(units.size()), null);
                    edges.add(new TraceGraph.Edge(group, naming.fact().seq(), naming.role(), amount));
                }
            });
        }
        return edges;
    }

    private record PackingKey(int child, int parent) {}

    private static final class PackingSum {
        private final List<IntervalSet> units = new ArrayList<>();
        private Moment from = Moment.endOf(Instant.MAX);
        private Moment to = Moment.START;
    }

    private List<TraceGraph.Packing> packings(Map<Integer, TraceGraph.Node> nodes) {
        Map<PackingKey, PackingSum> sums = new LinkedHashMap<>();
        for (Stay stay : stays) {
            if (!carriers.containsKey(stay.parent())) {
                continue;
            }
            int parent = partition
                    .over(stay.parent().series(), IntervalSet.of(stay.parent().position()))
                    .keySet()
                    .iterator()
                    .next();
            for (Validity.Piece piece : windows(stay.series(), stay.units())) {
                if (!nodes.containsKey(parent)
                        || stay.window().intersect(piece.window()).isEmpty()) {
                    continue;
                }
                partition.over(stay.series(), piece.units()).forEach((child, units) -> {
                    if (nodes.containsKey(child)) {
                        PackingSum sum = sums.computeIfAbsent(new PackingKey(child, parent), _ -> new PackingSum());
                        sum.units.add(units);
                        sum.from = Moment.earlier(sum.from, stay.window().from());
                        sum.to = Moment.later(sum.to, stay.window().to());
                    }
                });
            }
        }
        List<TraceGraph.Packing> packings = new ArrayList<>();
        sums.forEach((key, sum) -> packings.add(new TraceGraph.Packing(
                key.child(),
                key.parent(),
                IntervalSet.unionOf(sum.units).size(),
                sum.from.time(),
                sum.to.equals(end) ? null : sum.to.time())));
        return packings;
    }
}
