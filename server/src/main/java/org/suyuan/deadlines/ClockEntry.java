package org.suyuan.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.calendar.Deadline.Due;

/**
 * One line of a clock's ledger; lines are only ever added.
 *
 * @param at when it took effect
 * @param enteredAt when it was written down
 * @param due the end as it was known from then on; null while suspended
 * @param edition of the calendar by which it was counted
 */
public record ClockEntry(
        Kind kind,
        Instant at,
        Instant enteredAt,
        ActorId actor,
        String actorName,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable Due due,
        long edition) {

    public enum Kind {
        STARTED,
        SUSPENDED,
        RESUMED,
        /** A calendar was approved and the end moved or became certain. */
        RECOUNTED,
        STOPPED
    }
}
