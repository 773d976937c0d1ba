package org.suyuan.deadlines;

import java.util.UUID;

/** Id of a calendar: one year's table; a UUIDv7. */
public record CalendarId(UUID value) {
    public static CalendarId of(String text) {
        return new CalendarId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
