package org.suyuan.trace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an event that a timeline or graph shows beside time and units.
 *
 * @param type EPCIS event type, for example {@code ObjectEvent}
 * @param bizStep bare CBV word
 * @param disposition bare CBV word
 * @param place bizLocation, else readPoint, as a canonical URI
 * @param source owning or possessing party, else location, that goods leave
 * @param destination same, that they go to
 * @param lot lotNumber of the ILMD
 */
public record Detail(
        String eventId,
        String type,
        @Nullable String action,
        ZoneOffset offset,
        @Nullable String bizStep,
        @Nullable String disposition,
        @Nullable String place,
        @Nullable String source,
        @Nullable String destination,
        @Nullable String lot,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore) {}
