package org.suyuan.trace;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small invented history.
 *
 * @param statements in order of capture, which is not the order in which things happened
 */
record World(long seed, List<Statement> statements) {
    /** Everything any event names. */
    Set<Unit> units() {
        Set<Unit> units = new TreeSet<>();
        for (Statement statement : statements) {
            for (Part part : statement.parts()) {
                part.positions().positions().forEach(position -> units.add(new Unit(part.series(), position)));
            }
        }
        return units;
    }
}
