package org.suyuan.deadlines;

import java.util.UUID;

/** Id of a running clock; a UUIDv7. */
public record ClockId(UUID value) {
    public static ClockId of(String text) {
        return new ClockId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
