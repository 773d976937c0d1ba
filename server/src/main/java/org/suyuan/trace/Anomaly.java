package org.suyuan.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Events that cannot all be true. The trace goes on under the stated reading; the reader must know.
 *
 * @param seq the event that showed it
 * @param parent the package concerned
 */
public record Anomaly(
        Kind kind,
        long seq,
        Series series,
        IntervalSet units,
        @Nullable Unit parent) {
    public enum Kind {
        /** Packed while still in another package; read as moved there. */
        IN_TWO_PACKAGES,
        /** Unpacked from a package it was not in; read as if not said. */
        UNPACKED_BUT_NOT_PACKED,
        /** More of a lot unpacked than packed; read as all of it. */
        MORE_UNPACKED_THAN_PACKED,
        /** A package inside itself; followed once. */
        PACKAGE_IN_ITSELF;

        /** As answers of the API spell it, for example {@code in-two-packages}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
