package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;

/**
 * The judgement on a signal (研判); never changed. A subject seen again after it makes a new signal.
 *
 * @param reason in the words of whoever judged
 * @param legalBasis clause cited, if any
 * @param by his name then
 * @param capacity his post and body then; a delegate's says on whose behalf
 */
public record Assessment(
        Conclusion conclusion,
        String reason,
        @Nullable String legalBasis,
        Instant at,
        ActorId actor,
        String by,
        @Nullable String capacity) {

    /** What a signal turned out to be. */
    public enum Conclusion {
        CONFIRMED,
        HARMLESS
    }
}
