package org.suyuan.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * The oracle: one row an item and event, every answer by plain repetition over all rows, no intervals, no windows, no
 * index. Slow and easy to believe.
 */
final class ItemByItem {
    /** The event names the unit. */
    record Row(
            Fact fact,
            Role role,
            Unit unit,
            @Nullable Amount amount,
            @Nullable Unit lot) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Unit> units = new TreeSet<>();
    private final Map<Long, List<Row>> rowsBySeq = new HashMap<>();
    private final Map<Long, Map<Unit, Set<Unit>>> aroundAfter = new HashMap<>();
    private final Map<Long, Map<Unit, Set<Unit>>> parentsAfter = new HashMap<>();
    private final Map<Unit, List<String>> anomalies = new HashMap<>();

    ItemByItem(World world, Moment end) {
        Set<String> voided = new HashSet<>();
        for (Statement statement : world.statements()) {
            if (statement.declaresError()) {
                voided.add(statement.fact().detail().eventId());
            }
        }
        for (Statement statement : world.statements()) {
            Fact fact = statement.fact();
            if (!statement.declaresError()
                    && !voided.contains(fact.detail().eventId())
                    && !voided.contains(statement.hash())
                    && fact.moment().isBefore(end)) {
                add(statement);
            }
        }
        facts.sort(Comparator.comparing(Fact::moment));
        rows.sort(Comparator.comparing(row -> row.fact().moment()));
        for (Row row : rows) {
            units.add(row.unit());
            rowsBySeq.computeIfAbsent(row.fact().seq(), _ -> new ArrayList<>()).add(row);
        }
        facts.forEach(fact -> {
            if (fact.parent() != null) {
                units.add(fact.parent());
            }
        });
        units.forEach(this::replay);
    }

    private void add(Statement statement) {
        facts.add(statement.fact());
        for (Part part : statement.parts()) {
            part.positions()
                    .positions()
                    .forEach(position -> rows.add(new Row(
                            statement.fact(),
                            part.role(),
                            new Unit(part.series(), position),
                            part.amount(),
                            part.lot() == null ? null : new Unit(Series.LOTS, part.lot()))));
        }
    }

    List<Fact> facts() {
        return facts;
    }

    // --- containment -----------------------------------------------------------------------------------------------

    private void replay(Unit unit) {
        Set<Unit> now = new TreeSet<>();
        Map<Unit, Map<String, BigDecimal>> balances = new HashMap<>();
        List<String> found = anomalies.computeIfAbsent(unit, _ -> new ArrayList<>());
        for (Fact fact : facts) {
            for (Row row : rowsOf(fact)) {
                if (row.role() == Role.EMPTIED) {
                    now.remove(row.unit());
                    balances.remove(row.unit());
                }
                if (!row.unit().equals(unit)) {
                    continue;
                }
                if (unit.series().isClassLevel()) {
                    replayLot(row, now, balances, found);
                } else {
                    replayInstance(row, now, found);
                }
            }
            parentsAfter.computeIfAbsent(fact.seq(), _ -> new HashMap<>()).put(unit, new TreeSet<>(now));
        }
    }

    private static void replayInstance(Row row, Set<Unit> now, List<String> found) {
        Fact fact = row.fact();
        Unit parent = fact.parent();
        if (row.role() == Role.ENDED || row.role() == Role.INPUT) {
            now.clear();
        } else if (row.role() == Role.CHILD && fact.kind() == Fact.Kind.PACKED && parent != null) {
            if (!now.isEmpty() && !now.contains(parent)) {
                found.add(Anomaly.Kind.IN_TWO_PACKAGES + " " + fact.seq());
            }
            now.clear();
            now.add(parent);
        } else if (row.role() == Role.CHILD && fact.kind() == Fact.Kind.UNPACKED && parent != null) {
            if (!now.remove(parent)) {
                found.add(Anomaly.Kind.UNPACKED_BUT_NOT_PACKED + " " + fact.seq());
            }
        }
    }

    private static void replayLot(
            Row row, Set<Unit> now, Map<Unit, Map<String, BigDecimal>> balances, List<String> found) {
        Fact fact = row.fact();
        Unit parent = fact.parent();
        if (row.role() != Role.CHILD || parent == null) {
            return;
        }
        String uom = row.amount() == null
                ? "unstated"
                : row.amount().unit() == null ? "" : row.amount().unit();
        BigDecimal value = row.amount() == null ? BigDecimal.ONE : row.amount().value();
        if (fact.kind() == Fact.Kind.PACKED) {
            balances.computeIfAbsent(parent, _ -> new TreeMap<>()).merge(uom, value, BigDecimal::add);
            now.add(parent);
        } else if (fact.kind() == Fact.Kind.UNPACKED) {
            Map<String, BigDecimal> balance = balances.get(parent);
            if (balance == null) {
                found.add(Anomaly.Kind.UNPACKED_BUT_NOT_PACKED + " " + fact.seq());
                return;
            }
            if (uom.equals("unstated")) {
                balance.clear();
            } else {
                balance.merge(uom, value.negate(), BigDecimal::add);
            }
            boolean unstated = balance.containsKey("unstated");
            if (!unstated && balance.values().stream().anyMatch(left -> left.signum() < 0)) {
                found.add(Anomaly.Kind.MORE_UNPACKED_THAN_PACKED + " " + fact.seq());
            }
            if (!unstated && balance.values().stream().allMatch(left -> left.signum() <= 0)) {
                balances.remove(parent);
                now.remove(parent);
            }
        }
    }

    private List<Row> rowsOf(Fact fact) {
        return rowsBySeq.getOrDefault(fact.seq(), List.of());
    }

    private Set<Unit> parents(Unit unit, @Nullable Fact after) {
        return after == null
                ? Set.of()
                : parentsAfter.getOrDefault(after.seq(), Map.of()).getOrDefault(unit, Set.of());
    }

    /** The packages around the unit, next to it and beyond, as they were after the event. */
    Set<Unit> around(Unit unit, @Nullable Fact after) {
        return after == null
                ? Set.of()
                : aroundAfter.computeIfAbsent(after.seq(), _ -> new HashMap<>()).computeIfAbsent(unit, _ -> {
                    Set<Unit> around = new LinkedHashSet<>();
                    addAround(unit, after, around);
                    return around;
                });
    }

    private void addAround(Unit unit, @Nullable Fact after, Set<Unit> around) {
        for (Unit parent : parents(unit, after)) {
            if (around.add(parent)) {
                addAround(parent, after, around);
            }
        }
    }

    /** What is in the package after the event. */
    private Set<Unit> inside(Unit parcel, @Nullable Fact after) {
        Set<Unit> inside = new TreeSet<>();
        for (Unit unit : units) {
            if (around(unit, after).contains(parcel)) {
                inside.add(unit);
            }
        }
        return inside;
    }

    /** After which state an event happens to what is in a package: its own, or for an emptying the one before. */
    private @Nullable Fact stateFor(Fact fact, Role role) {
        if (role != Role.EMPTIED) {
            return fact;
        }
        int index = facts.indexOf(fact);
        return index == 0 ? null : facts.get(index - 1);
    }

    // --- timeline --------------------------------------------------------------------------------------------------

    /** Event → "role, packages between": the nearest naming of the unit. */
    List<String> timeline(Unit unit) {
        List<String> timeline = new ArrayList<>();
        for (Fact fact : facts) {
            String best = null;
            for (Row row : rowsOf(fact)) {
                int distance = row.unit().equals(unit)
                        ? 0
                        : Role.CARRIED.contains(row.role())
                                ? distance(unit, row.unit(), stateFor(fact, row.role()))
                                : -1;
                if (distance >= 0) {
                    String step = "%03d %02d %d".formatted(distance, row.role().ordinal(), fact.seq());
                    best = best == null || step.compareTo(best) < 0 ? step : best;
                }
            }
            if (best != null) {
                timeline.add(best);
            }
        }
        return timeline;
    }

    private int distance(Unit from, Unit to, @Nullable Fact after) {
        Set<Unit> level = Set.of(from);
        Set<Unit> seen = new HashSet<>();
        for (int distance = 1; !level.isEmpty(); distance++) {
            Set<Unit> next = new HashSet<>();
            level.forEach(unit -> next.addAll(parents(unit, after)));
            if (next.contains(to)) {
                return distance;
            }
            next.removeIf(unit -> !seen.add(unit));
            level = next;
        }
        return -1;
    }

    // --- walk ------------------------------------------------------------------------------------------------------

    /** For each unit reached: since (forward) or until (backward) which moment. */
    private Map<Unit, Moment> reached(Unit start, Direction direction, Moment end) {
        boolean forward = direction == Direction.FORWARD;
        Map<Unit, Moment> reached = new HashMap<>();
        reached.put(start, forward ? Moment.START : end);
        for (int i = 0; i < facts.size(); i++) {
            Moment from = facts.get(i).moment();
            Moment to = i + 1 < facts.size() ? facts.get(i + 1).moment() : end;
            for (Unit unit : inside(start, facts.get(i))) {
                improve(reached, unit, forward ? from : to, forward);
            }
        }
        int before;
        Map<Unit, Moment> old;
        do {
            old = new HashMap<>(reached);
            for (Fact fact : facts) {
                if (fact.kind() == Fact.Kind.TRANSFORMED) {
                    through(fact, reached, forward);
                }
            }
            throughLots(reached, forward);
        } while (!old.equals(reached));
        return reached;
    }

    private static boolean improve(Map<Unit, Moment> reached, Unit unit, Moment bound, boolean forward) {
        Moment old = reached.get(unit);
        if (old != null && (forward ? !bound.isBefore(old) : !old.isBefore(bound))) {
            return false;
        }
        reached.put(unit, bound);
        return true;
    }

    static boolean counts(Map<Unit, Moment> reached, Unit unit, Moment moment, boolean forward) {
        Moment bound = reached.get(unit);
        return bound != null && (forward ? !moment.isBefore(bound) : moment.isBefore(bound));
    }

    private void through(Fact fact, Map<Unit, Moment> reached, boolean forward) {
        Set<Unit> in = new TreeSet<>();
        Set<Unit> out = new TreeSet<>();
        Set<Unit> lots = new TreeSet<>();
        for (Row row : rowsOf(fact)) {
            if (row.role() == Role.INPUT || row.role() == Role.OUTPUT) {
                Set<Unit> side = row.role() == Role.INPUT ? in : out;
                side.add(row.unit());
                side.addAll(inside(row.unit(), fact));
                if (row.lot() != null && row.role() == Role.OUTPUT) {
                    lots.add(row.lot());
                }
            }
            if (row.role() == Role.LOT && !forward) {
                out.add(row.unit());
            }
        }
        Moment moment = fact.moment();
        if ((forward ? in : out).stream().anyMatch(unit -> counts(reached, unit, moment, forward))) {
            if (forward) {
                out.addAll(lots);
            }
            for (Unit unit : forward ? out : in) {
                improve(reached, unit, forward ? moment : moment.justAfter(), forward);
            }
        }
    }

    private void throughLots(Map<Unit, Moment> reached, boolean forward) {
        for (Row row : rows) {
            if (row.lot() != null && forward && reached.containsKey(row.lot())) {
                improve(reached, row.unit(), Moment.START, true);
            }
            Moment bound = reached.get(row.unit());
            if (row.lot() != null && !forward && bound != null) {
                improve(reached, row.lot(), bound, false);
            }
        }
    }

    /**
     * @param carriers package → numbers of the events after which it carried something reached
     * @param events numbers of the events of the walk
     */
    record Walked(Map<Unit, Moment> reached, boolean forward, Map<Unit, Set<Long>> carriers, Set<Long> events) {}

    Walked walk(Unit start, Direction direction, Moment end) {
        boolean forward = direction == Direction.FORWARD;
        Map<Unit, Moment> reached = reached(start, direction, end);
        return new Walked(reached, forward, carriers(reached, forward), events(reached, forward));
    }

    private Map<Unit, Set<Long>> carriers(Map<Unit, Moment> reached, boolean forward) {
        Map<Unit, Set<Long>> carriers = new HashMap<>();
        for (Fact fact : facts) {
            for (Unit unit : reached.keySet()) {
                if (counts(reached, unit, fact.moment(), forward)) {
                    for (Unit parcel : around(unit, fact)) {
                        carriers.computeIfAbsent(parcel, _ -> new TreeSet<>()).add(fact.seq());
                    }
                }
            }
        }
        return carriers;
    }

    private Set<Long> events(Map<Unit, Moment> reached, boolean forward) {
        Set<Long> events = new TreeSet<>();
        for (Row row : rows) {
            Fact fact = row.fact();
            boolean named = row.role() == Role.LOT
                    ? forward
                            ? reached.containsKey(row.unit())
                            : fact.kind() == Fact.Kind.TRANSFORMED && counts(reached, row.unit(), fact.moment(), false)
                    : counts(reached, row.unit(), fact.moment(), forward);
            if (named || Role.CARRIED.contains(row.role()) && carries(row, reached, forward)) {
                events.add(fact.seq());
            }
        }
        return events;
    }

    private boolean carries(Row row, Map<Unit, Moment> reached, boolean forward) {
        Fact state = stateFor(row.fact(), row.role());
        if (state == null) {
            return false;
        }
        Moment moment = row.fact().moment();
        Moment when = row.role() == Role.EMPTIED ? new Moment(moment.time(), moment.order() - 1) : moment;
        return inside(row.unit(), state).stream().anyMatch(unit -> counts(reached, unit, when, forward));
    }

    /** What decides which units share a group: the events that happened to the unit, itself or through a package. */
    Set<String> history(Unit unit, Walked walk) {
        Map<Unit, Set<Long>> carriers = walk.carriers();
        Set<String> history = new TreeSet<>();
        for (Row row : rows) {
            Fact fact = row.fact();
            if (fact.arrangesPackages() || !walk.events().contains(fact.seq())) {
                continue;
            }
            boolean alive = counts(walk.reached(), unit, fact.moment(), walk.forward())
                    || carriers.getOrDefault(unit, Set.of()).contains(fact.seq());
            boolean itself = row.unit().equals(unit)
                    && (row.role() == Role.LOT && walk.forward()
                            || counts(walk.reached(), unit, fact.moment(), walk.forward())
                            || alive && Role.CARRIED.contains(row.role()));
            boolean inside = Role.CARRIED.contains(row.role())
                    && alive
                    && around(unit, fact).contains(row.unit());
            if (itself || inside) {
                history.add(fact.seq() + " " + row.role());
            }
        }
        return history;
    }

    Set<String> anomalies(Walked walk) {
        Set<String> found = new TreeSet<>();
        Map<Unit, Set<Long>> carriers = walk.carriers();
        Set<Unit> concerned = new TreeSet<>(walk.reached().keySet());
        concerned.addAll(carriers.keySet());
        for (Unit unit : concerned) {
            anomalies.getOrDefault(unit, List.of()).forEach(text -> found.add(text + " " + unit));
        }
        carriers.forEach((parcel, times) -> {
            if (facts.stream()
                    .anyMatch(fact ->
                            times.contains(fact.seq()) && around(parcel, fact).contains(parcel))) {
                found.add(Anomaly.Kind.PACKAGE_IN_ITSELF + " " + parcel);
            }
        });
        return found;
    }

    record Inside(Unit unit, Unit parent) {}

    /** What was in what, for whatever is reached or carries, while it does. */
    Set<Inside> packings(Walked walk) {
        Map<Unit, Set<Long>> carriers = walk.carriers();
        Set<Inside> packings = new HashSet<>();
        for (Fact fact : facts) {
            for (Unit unit : units) {
                if (counts(walk.reached(), unit, fact.moment(), walk.forward())
                        || carriers.getOrDefault(unit, Set.of()).contains(fact.seq())) {
                    parents(unit, fact).forEach(parcel -> packings.add(new Inside(unit, parcel)));
                }
            }
        }
        return packings;
    }

    /** Everything named that counts at the time, packings apart. */
    Set<Row> edges(Walked walk) {
        Map<Unit, Set<Long>> carriers = walk.carriers();
        Set<Row> edges = new LinkedHashSet<>();
        for (Row row : rows) {
            Fact fact = row.fact();
            if (fact.arrangesPackages() || !walk.events().contains(fact.seq())) {
                continue;
            }
            boolean counts = row.role() == Role.LOT
                    ? walk.forward()
                            ? walk.reached().containsKey(row.unit())
                            : fact.kind() == Fact.Kind.TRANSFORMED
                                    && counts(walk.reached(), row.unit(), fact.moment(), false)
                    : counts(walk.reached(), row.unit(), fact.moment(), walk.forward())
                            || Role.CARRIED.contains(row.role())
                                    && carriers.getOrDefault(row.unit(), Set.of())
                                            .contains(fact.seq());
            if (counts) {
                edges.add(row);
            }
        }
        return edges;
    }
}
