package org.suyuan.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event says for tracing, apart from the units it names in bulk.
 *
 * @param seq the platform's number of the event in order of capture
 * @param time event time, in microseconds at the finest, as stored
 * @param parent the package of a packing or unpacking, if named
 * @param detail what a reader is shown; tracing does not look at it
 */
public record Fact(
        long seq, Instant time, Kind kind, @Nullable Unit parent, Detail detail) {
    public enum Kind {
        /** Seen, without change to containment or descent: object, transaction and association events, observations. */
        OBSERVED,
        COMMISSIONED,
        DECOMMISSIONED,
        PACKED,
        UNPACKED,
        TRANSFORMED
    }

    public Fact {
        if ((kind == Kind.PACKED) && parent == null) {
            throw new IllegalArgumentException("parent: null (expected: a package in a PACKED fact, seq " + seq + ")");
        }
    }

    public Moment moment() {
        return Moment.of(time, seq);
    }

    /** Whether it only arranges units in packages; such events are shown as packings, not as steps of the graph. */
    public boolean arrangesPackages() {
        return kind == Kind.PACKED || kind == Kind.UNPACKED;
    }
}
