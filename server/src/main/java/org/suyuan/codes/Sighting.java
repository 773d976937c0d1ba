package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One check as the following ones remember it. */
public record Sighting(
        Instant at, CheckPlace place, @Nullable String origin) {
    static Sighting of(VerificationRecord verification) {
        Source source = verification.source();
        return new Sighting(verification.at(), source.place(), source.origin());
    }
}
