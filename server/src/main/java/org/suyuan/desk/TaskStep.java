package org.suyuan.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a task; never changed, never removed (R3.86).
 *
 * @param by who did it, as he was called then; null when the platform did
 * @param byCapacity his post and body; a delegate's says on whose behalf
 * @param to whom it was given: a person with his post, or an office
 * @param reason in the words of whoever did it
 */
public record TaskStep(
        Instant at,
        What what,
        @Nullable String by,
        @Nullable String byCapacity,
        @Nullable String to,
        @Nullable String reason) {

    /** What can happen to a task. */
    public enum What {
        OPENED,
        ASSIGNED,
        TAKEN,
        HANDED_BACK,
        DUE_CHANGED,
        DONE,
        CANCELLED
    }
}
