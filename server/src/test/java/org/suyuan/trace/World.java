package org.suyuan.trace;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small invented history.
 *
 * @param entries in order of capture, which is not the order in which things happened
 */
record World(long seed, List<FactLog.Entry> entries) {
    /** Everything any event names. */
    Set<Unit> units() {
        Set<Unit> units = new TreeSet<>();
        for (FactLog.Entry entry : entries) {
            if (entry instanceof FactLog.Recorded recorded) {
                for (Part part : recorded.parts()) {
                    part.positions().positions().forEach(position -> units.add(new Unit(part.series(), position)));
                }
            }
        }
        return units;
    }
}
