package org.suyuan.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds packages that, according to the events, were inside themselves. */
final class PackageCycles {
    private final Map<Unit, List<Stay>> stays;
    private final int depthMax;

    private PackageCycles(Map<Unit, List<Stay>> stays, int depthMax) {
        this.stays = stays;
        this.depthMax = depthMax;
    }

    static List<Anomaly> among(Map<Unit, Windows> carriers, Map<Unit, List<Stay>> stays, int depthMax) {
        PackageCycles cycles = new PackageCycles(stays, depthMax);
        List<Anomaly> found = new ArrayList<>();
        carriers.forEach((carrier, windows) -> {
            for (Window window : windows.list()) {
                Moment closed = cycles.wayBack(carrier, carrier, window, new HashSet<>(), 0);
                if (closed != null) {
                    found.add(new Anomaly(
                            Anomaly.Kind.PACKAGE_IN_ITSELF,
                            closed.seq(),
                            carrier.series(),
                            IntervalSet.of(carrier.position()),
                            carrier));
                    return;
                }
            }
        });
        return found;
    }

    /** The moment from which the start was around {@code at}, if within the window it ever was. */
    private @Nullable Moment wayBack(Unit start, Unit at, Window window, Set<Unit> path, int depth) {
        if (depth > depthMax || !path.add(at)) {
            return null;
        }
        for (Stay stay : stays.getOrDefault(at, List.of())) {
            Window together = window.intersect(stay.window());
            if (together.isEmpty()) {
                continue;
            }
            Moment closed = stay.parent().equals(start)
                    ? together.from()
                    : wayBack(start, stay.parent(), together, path, depth + 1);
            if (closed != null) {
                return closed;
            }
        }
        path.remove(at);
        return null;
    }
}
