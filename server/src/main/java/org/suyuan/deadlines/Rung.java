package org.suyuan.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.WorkingCalendar;

/**
 * A step of escalation: so much before or after the end of a limit. Days mean the morning of the day, because people are told
 * then; zero means the morning of the last day, for limits in hours the end itself.
 *
 * @param offset negative: before the end
 */
public record Rung(int offset, LimitUnit unit) {
    /** Of one rule. */
    public static final int RUNGS_MAX = 8;

    static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int OFFSET_MAX = 999;
    private static final String AT_THE_END = "due";
    private static final Pattern CODE = Pattern.compile("([+-])([1-9]\\d{0,2})(wd|d|h)");

    public Rung {
        if (Math.abs(offset) > OFFSET_MAX) {
            throw new IllegalArgumentException("offset: " + offset + " (expected: -999 … 999)");
        }
    }

    /** For example {@code -2wd}, {@code due}, {@code +4h}. */
    public String code() {
        return offset == 0 ? AT_THE_END : (offset > 0 ? "+" : "") + offset + unit.suffix;
    }

    public static Optional<Rung> parse(String code) {
        if (code.equals(AT_THE_END)) {
            return Optional.of(new Rung(0, LimitUnit.WORKING_DAYS));
        }
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(matcher.group(2));
        LimitUnit unit = switch (matcher.group(3)) {
            case "wd" -> LimitUnit.WORKING_DAYS;
            case "d" -> LimitUnit.NATURAL_DAYS;
            case String _ -> LimitUnit.HOURS;
        };
        return Optional.of(new Rung(matcher.group(1).equals("-") ? -amount : amount, unit));
    }

    /** @param byTheClock whether the limit is in hours */
    Instant time(Due due, boolean byTheClock, WorkingCalendar calendar) {
        if (unit == LimitUnit.HOURS || (offset == 0 && byTheClock)) {
            return due.at().plus(Duration.ofHours(offset));
        }
        var day = unit == LimitUnit.WORKING_DAYS
                ? calendar.plusWorkingDays(due.day(), offset)
                : due.day().plusDays(offset);
        return day.atTime(MORNING).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
