package org.suyuan.events;

import java.util.EnumSet;
import java.util.List;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;

/** Queries that tests ask often. */
final class Queries {
    private Queries() {}

    static EventQuery ofUnit(String unit) {
        UnitReading.Recognised reading = (UnitReading.Recognised) UnitSyntax.read(unit);
        return new EventQuery(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new EventQuery.UnitMatch(List.of(reading.unit()), EnumSet.allOf(UnitIndex.Role.class))),
                EventQuery.Order.EVENT_TIME_DESC);
    }
}
