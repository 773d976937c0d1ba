package org.suyuan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * From packages down to what was in them, packages in packages included. What a package holds is read from where its
 * candidates were, never from the package alone, so that both directions always agree. Three reads a level; units that
 * are no packages are never looked at one by one.
 */
final class Contents {
    private final TraceStore store;
    private final Moment end;
    private final Bounds bounds;
    private final Map<Series, Spans<Windows>> seen = new TreeMap<>();
    private final List<Stay> stays = new ArrayList<>();
    private boolean truncated;

    private Contents(TraceStore store, Moment end, Bounds bounds) {
        this.store = store;
        this.end = end;
        this.bounds = bounds;
    }

    /** What was in the units, as far as they are packages, during their windows; the stays are clipped to these. */
    static Contents of(List<Named> packages, TraceStore store, Moment end, Bounds bounds) {
        Contents contents = new Contents(store, end, bounds);
        Units.Gatherer start = new Units.Gatherer();
        packages.forEach(each -> contents.see(each.series(), each.units(), each.window(), start));
        Units level = start.units();
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > bounds.depth()) {
                contents.truncated = true;
                break;
            }
            level = contents.open(level);
        }
        return contents;
    }

    record Named(Series series, IntervalSet units, Window window) {}

    List<Stay> stays() {
        return stays;
    }

    boolean truncated() {
        return truncated;
    }

    /** Returns what was found inside, as far as it was not looked into before. */
    private Units open(Units packages) {
        List<Touch> arranged =
                found(store.touching(packages, Set.of(Role.PARENT, Role.EMPTIED), end, bounds.touches()));
        List<Long> packings = arranged.stream()
                .filter(touch -> touch.fact().kind() == Fact.Kind.PACKED)
                .map(touch -> touch.fact().seq())
                .distinct()
                .toList();
        if (packings.isEmpty()) {
            return Units.NONE;
        }
        Units.Gatherer candidates = new Units.Gatherer();
        found(store.parts(packings, Set.of(Role.CHILD), bounds.touches()))
                .forEach(touch ->
                        candidates.add(touch.part().series(), touch.part().positions()));
        Units children = candidates.units();
        List<Touch> moves = new ArrayList<>(found(store.touching(children, Role.MOVING, end, bounds.touches())));
        arranged.stream().filter(touch -> touch.part().role() == Role.EMPTIED).forEach(moves::add);

        Units.Gatherer inner = new Units.Gatherer();
        for (Stay stay : Containment.derive(children, moves, end).stays()) {
            if (packages.contains(stay.parent())) {
                for (Window window :
                        windowsOf(stay.parent()).within(stay.window()).list()) {
                    stays.add(new Stay(stay.series(), stay.units(), stay.parent(), window));
                    see(stay.series(), stay.units(), window, inner);
                }
            }
        }
        return inner.units();
    }

    private Windows windowsOf(Unit unit) {
        Spans<Windows> spans = seen.get(unit.series());
        return spans == null
                ? Windows.NEVER
                : spans.over(IntervalSet.of(unit.position())).getFirst().value();
    }

    private void see(Series series, IntervalSet units, Window window, Units.Gatherer news) {
        if (series.isClassLevel()) {
            return;
        }
        seen.computeIfAbsent(series, _ -> new Spans<>()).update(units, (from, to, old) -> {
            Windows known = old == null ? Windows.NEVER : old;
            Windows now = known.add(window);
            if (!now.equals(known)) {
                news.add(series, IntervalSet.of(from, to));
            }
            return now.isEmpty() ? null : now;
        });
    }

    private List<Touch> found(TraceStore.Found<Touch> found) {
        truncated |= found.truncated();
        return found.list();
    }
}
