package org.suyuan.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;

/**
 * A query over events; empty lists and nulls do not restrict (EPCIS 2.0 §8.2.7.1).
 *
 * @param eventTimeFrom inclusive, as all {@code From}
 * @param eventTimeTo exclusive, as all {@code To}
 * @param places business location or read point, canonical URIs
 * @param units every match must hold; within one, any of its units in any of its roles
 */
public record EventQuery(
        List<String> types,
        List<String> actions,
        List<String> bizSteps,
        List<String> dispositions,
        List<String> eventIds,
        @Nullable Instant eventTimeFrom,
        @Nullable Instant eventTimeTo,
        @Nullable Instant recordTimeFrom,
        @Nullable Instant recordTimeTo,
        List<String> readPoints,
        List<String> bizLocations,
        List<String> places,
        List<UnitMatch> units,
        Order order) {

    /** Units that an event must name, and how. */
    public record UnitMatch(List<TraceUnit> units, Set<UnitIndex.Role> roles) {}

    /** The column that sorts, and its direction. */
    public enum Order {
        EVENT_TIME_DESC,
        EVENT_TIME_ASC,
        RECORD_TIME_DESC,
        RECORD_TIME_ASC
    }
}
