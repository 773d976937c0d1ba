package org.suyuan.codes;

import java.time.Duration;
import java.time.Instant;

/** Why one code must be on more than one item. Once found it stays, whatever later checks look like. */
public sealed interface Suspicion {
    /** When the check was made that showed it. */
    Instant since();

    /**
     * Checked from many different sources in short time.
     *
     * @param sources how many different ones
     * @param window within which
     */
    record TooOften(Instant since, int sources, Duration window) implements Suspicion {}

    /**
     * Checked at two places between which no item travels that fast.
     *
     * @param from the earlier check
     * @param to the later one
     * @param kilometres between their places
     */
    record TooFarApart(Instant since, Sighting from, Sighting to, long kilometres) implements Suspicion {
        public Duration between() {
            return Duration.between(from.at(), to.at());
        }
    }
}
