package org.suyuan.shared.calendar;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one day did to a limit.
 *
 * @param counted days counted up to and including this one
 * @param elapsed time counted up to the end of this day, for limits in hours; else null
 * @param name of the holiday, as the notice calls it
 * @param nameEn the same in English, where known
 * @param suspension in force, when the day is suspended
 * @param last whether the limit ends on it
 * @param provisional no table says yet what this day is
 */
public record ExplainedDay(
        LocalDate date,
        Standing standing,
        int counted,
        @Nullable Duration elapsed,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable Suspension suspension,
        boolean last,
        boolean provisional) {

    public enum Standing {
        /** The day it started: not counted. */
        START,
        COUNTED,
        /** Counted: a weekend day declared a working day. */
        MADE_UP,
        /** Not counted: Saturday or Sunday. */
        WEEKEND,
        /** Not counted: declared a rest day. */
        HOLIDAY,
        /** Not counted: the limit was suspended. */
        SUSPENDED,
        /** All natural days are used up, but the last one was a rest day: the limit moves on. */
        EXTENDED
    }
}
