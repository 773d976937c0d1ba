package org.suyuan.organisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days over which nothing changed.
 *
 * @param to first day no more; null while no end is decided
 */
public record Period(LocalDate from, @Nullable LocalDate to, Facts facts) {
    public Period {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("to: " + to + " (expected: after " + from + ")");
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
