package org.suyuan.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.unit.TraceUnit;

/**
 * The story of one unit: its own events and those of the packages it was in at the time. Events declared erroneous are
 * left out.
 *
 * @param steps by event time, then capture order
 * @param truncated true when bounds cut the story
 * @param anomalies contradictions found, in words of the API (stable codes), for example {@code in-two-packages}
 */
public record UnitStory(TraceUnit unit, List<Step> steps, boolean truncated, List<String> anomalies) {
    public UnitStory {
        steps = List.copyOf(steps);
        anomalies = List.copyOf(anomalies);
    }

    /**
     * @param type EPCIS event type, for example {@code ObjectEvent}
     * @param bizStep bare CBV word, for example {@code shipping}
     * @param disposition bare CBV word, for example {@code in_transit}
     * @param place canonical URI of the business location, else of the read point
     * @param role the part that this unit or its package plays
     * @param via the packages through which the step concerns the unit, innermost first; empty when the event names it
     * @param lot the lot that commissioning put the unit in
     * @param productionDate from ILMD
     * @param bestBefore best-before or expiry date from ILMD
     * @param from canonical URI of the source location, else of the source party
     * @param to canonical URI of the destination location, else of the destination party
     */
    public record Step(
            long seq,
            String eventId,
            Instant time,
            ZoneOffset offset,
            String type,
            @Nullable Action action,
            @Nullable String bizStep,
            @Nullable String disposition,
            @Nullable String place,
            UnitIndex.Role role,
            List<TraceUnit> via,
            TraceUnit.@Nullable Lot lot,
            @Nullable LocalDate productionDate,
            @Nullable LocalDate bestBefore,
            @Nullable String from,
            @Nullable String to) {
        public Step {
            via = List.copyOf(via);
        }
    }
}
