package org.suyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A walk in one direction from some units to everything they went into, or everything that went into them.
 *
 * <p>Forward, a unit is reached <em>since</em> a moment, and only what happens later counts: an output is reached since its
 * transformation. Backward, <em>until</em> a moment: an input counts until its transformation, so milk poured into a tank
 * after a lot was drawn from it is not part of that lot. Membership in a lot has no moment: a lot is one thing by
 * definition (units made under the same conditions), so the items of a reached lot are reached for all their life. What
 * happens to a package happens to what is in it.
 *
 * <p>Each round takes all units reached in the round before together, so reads of the store grow with the length of the
 * chain, not with the number of units.
 */
final class Trail {
    private final Direction direction;
    private final TraceStore store;
    private final Moment end;
    private final Bounds bounds;

    private final Reach reach;
    private final Map<Unit, Windows> carriers = new LinkedHashMap<>();
    private final Map<Long, Fact> facts = new HashMap<>();
    private final List<Touch> touches = new ArrayList<>();
    private final Set<Stay> stays = new LinkedHashSet<>();
    private final Set<Anomaly> anomalies = new LinkedHashSet<>();
    private final Set<Long> transformed = new HashSet<>();
    private int events;
    private boolean truncated;

    private Trail(Direction direction, TraceStore store, Moment end, Bounds bounds) {
        this.direction = direction;
        this.store = store;
        this.end = end;
        this.bounds = bounds;
        this.reach = new Reach(direction, end);
    }

    static Trail walk(Units start, Direction direction, TraceStore store, Moment end, Bounds bounds) {
        Trail trail = new Trail(direction, store, end, bounds);
        trail.walk(start);
        return trail;
    }

    Reach reach() {
        return reach;
    }

    Map<Unit, Windows> carriers() {
        return carriers;
    }

    Map<Long, Fact> facts() {
        return facts;
    }

    /** The reached units and carriers that the events name, packings apart, in pieces that may repeat. */
    List<Touch> touches() {
        return touches;
    }

    Set<Stay> stays() {
        return stays;
    }

    Set<Anomaly> anomalies() {
        return anomalies;
    }

    boolean truncated() {
        return truncated;
    }

    private boolean forward() {
        return direction == Direction.FORWARD;
    }

    private void walk(Units start) {
        News news = new News();
        Window whole = new Window(Moment.START, end);
        List<Contents.Named> packages = new ArrayList<>();
        start.forEach((series, units) -> {
            news.reached(series, units, reach.bound(whole));
            packages.add(new Contents.Named(series, units, whole));
        });
        insideOf(packages, news);
        for (int round = 1; !news.isEmpty(); round++) {
            if (round > bounds.rounds() || events > bounds.events()) {
                truncated = true;
                return;
            }
            News next = new News();
            follow(news.take(), next);
            news.add(next);
        }
    }

    /** The content of packages is reached while it was inside. */
    private void insideOf(List<Contents.Named> packages, News news) {
        Contents contents = Contents.of(packages, store, end, bounds);
        truncated |= contents.truncated();
        contents.stays().forEach(stay -> news.reached(stay.series(), stay.units(), reach.bound(stay.window())));
    }

    /** One round: what happened to the units and their packages, and what is reached through it. */
    private void follow(Units units, News news) {
        Climb climb = Climb.from(units, reach, store, end, bounds);
        truncated |= climb.truncated();
        stays.addAll(climb.stays());
        anomalies.addAll(climb.anomalies());
        climb.carriers().forEach((carrier, windows) -> carriers.merge(carrier, windows, Windows::addAll));

        Steps steps = new Steps();
        climb.own().forEach(touch -> own(touch, steps, news));
        climb.carried().forEach(touch -> happened(touch, steps));
        if (forward()) {
            madeFrom(steps, news);
            itemsOf(steps, news);
        } else {
            madeOf(steps, news);
        }
    }

    /** Through which events the walk goes on. */
    private static final class Steps {
        private final Map<Long, Fact> transformations = new LinkedHashMap<>();
        private final Set<Long> lots = new LinkedHashSet<>();
    }

    private void own(Touch touch, Steps steps, News news) {
        Part part = touch.part();
        boolean commissionsOfLot = part.role() == Role.LOT && touch.fact().kind() != Fact.Kind.TRANSFORMED;
        if (part.role() == Role.LOT && forward()) {
            record(touch);
            steps.lots.add(touch.fact().seq());
            return;
        }
        if (commissionsOfLot) {
            return;
        }
        List<Validity.Piece> pieces = reach.of(part.series(), part.positions());
        if (!forward() && part.lot() != null) {
            pieces.forEach(piece -> news.reached(Series.LOTS, IntervalSet.of(part.lot()), reach.bound(piece.window())));
        }
        List<IntervalSet> inTime = pieces.stream()
                .filter(piece -> piece.window().contains(touch.moment()))
                .map(Validity.Piece::units)
                .toList();
        if (!inTime.isEmpty()) {
            happened(new Touch(touch.fact(), part.clip(IntervalSet.unionOf(inTime))), steps);
        }
    }

    private void happened(Touch touch, Steps steps) {
        record(touch);
        Fact fact = touch.fact();
        boolean through = switch (touch.part().role()) {
            case INPUT -> forward();
            case OUTPUT, LOT -> !forward();
            case EPC, ENDED, PARENT, EMPTIED, CHILD -> false;
        };
        if (through && fact.kind() == Fact.Kind.TRANSFORMED && transformed.add(fact.seq())) {
            steps.transformations.put(fact.seq(), fact);
        }
    }

    private void record(Touch touch) {
        boolean isNew = facts.put(touch.fact().seq(), touch.fact()) == null;
        if (!touch.fact().arrangesPackages()) {
            touches.add(touch);
            events += isNew ? 1 : 0;
        }
    }

    /** Forward: the outputs since the transformation; those that make up a lot, as items of the lot. */
    private void madeFrom(Steps steps, News news) {
        List<Contents.Named> packages = new ArrayList<>();
        for (Touch output : parts(steps.transformations.keySet(), Set.of(Role.OUTPUT))) {
            Part part = output.part();
            Moment since = part.lot() == null ? output.moment() : Moment.START;
            news.reached(part.series(), part.positions(), since);
            if (part.lot() != null) {
                news.reached(Series.LOTS, IntervalSet.of(part.lot()), output.moment());
            }
            packages.add(new Contents.Named(part.series(), part.positions(), Window.instant(output.moment())));
        }
        insideOf(packages, news);
    }

    /** Forward: the items of a lot, for all their life. */
    private void itemsOf(Steps steps, News news) {
        for (Touch items : parts(steps.lots, Set.of(Role.EPC, Role.ENDED, Role.OUTPUT))) {
            Part part = items.part();
            if (part.lot() != null
                    && !reach.of(Series.LOTS, IntervalSet.of(part.lot())).isEmpty()) {
                news.reached(part.series(), part.positions(), Moment.START);
            }
        }
    }

    /** Backward: the inputs, until the transformation. */
    private void madeOf(Steps steps, News news) {
        List<Contents.Named> packages = new ArrayList<>();
        for (Touch input : parts(steps.transformations.keySet(), Set.of(Role.INPUT))) {
            Part part = input.part();
            news.reached(part.series(), part.positions(), input.moment().justAfter());
            packages.add(new Contents.Named(part.series(), part.positions(), Window.instant(input.moment())));
        }
        insideOf(packages, news);
    }

    private List<Touch> parts(Set<Long> seqs, Set<Role> roles) {
        if (seqs.isEmpty()) {
            return List.of();
        }
        TraceStore.Found<Touch> found = store.parts(seqs, roles, bounds.touches());
        truncated |= found.truncated();
        return found.list();
    }

    /** Units reached anew, for the next round. */
    private final class News {
        private Units.Gatherer gathered = new Units.Gatherer();
        private boolean empty = true;

        void reached(Series series, IntervalSet units, Moment bound) {
            IntervalSet improved = reach.improve(series, units, bound);
            if (!improved.isEmpty()) {
                gathered.add(series, improved);
                empty = false;
            }
        }

        boolean isEmpty() {
            return empty;
        }

        Units take() {
            Units units = gathered.units();
            gathered = new Units.Gatherer();
            empty = true;
            return units;
        }

        void add(News other) {
            if (!other.empty) {
                other.take().forEach((series, units) -> gathered.add(series, units));
                empty = false;
            }
        }
    }
}
