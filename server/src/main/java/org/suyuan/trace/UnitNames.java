package org.suyuan.trace;

import java.util.Collection;
import java.util.Map;

/**
 * The dictionary of units whose identifiers hold no usable number. Writing happens inside the caller's transaction; what
 * is written once never changes.
 */
public interface UnitNames {
    /** Positions of canonical URIs in {@link Series#LOTS} and {@link Series#THINGS}; unknown ones are absent. */
    Map<String, Long> positions(Collection<String> uris);

    /** Same, giving new ones a position. */
    Map<String, Long> newOrKnownPositions(Collection<String> uris);

    Map<Long, String> uris(Collection<Long> positions);

    /** The serials kept at positions of {@link Series.Kind#HASHED} series; positions without one are absent. */
    Map<Unit, String> serials(Collection<Unit> units);

    /** Keeps the serials where none is kept yet, and returns what now stands at each position: in time, the same. */
    Map<Unit, String> keepSerials(Map<Unit, String> serials);
}
