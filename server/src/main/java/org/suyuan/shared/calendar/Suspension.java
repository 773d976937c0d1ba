package org.suyuan.shared.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count, for example while a laboratory tests (Order 121 Art 22).
 *
 * <p>For limits in days the day it begins is the first that does not count and the day it ends counts again: a limit moves
 * by exactly as many days as lie between, and a suspension ended on its first day moves nothing, so nobody wins time by
 * pausing for a minute. One that is in force on the day the limit starts puts off the start itself to the day it ends,
 * which is then the day not counted. For limits in hours exactly the time from {@code from} to {@code to} does not count.
 *
 * @param to null while it lasts; then there is no due date yet
 * @param reason in the words of whoever suspended
 * @param legalBasis clause cited
 */
public record Suspension(Instant from, @Nullable Instant to, String reason, String legalBasis) {
    public Suspension {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " (expected: not before " + from + ")");
        }
    }

    public boolean isOpen() {
        return to == null;
    }
}
