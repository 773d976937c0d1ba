package org.suyuan.epcis.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * An {@code xsd:dateTimeStamp}: a moment with the zone that the sender wrote (EPCIS 2.0 §7.3.2). The text is kept
 * because the same moment has many spellings and a sender wants its own back; {@link #instant()} is what it means.
 *
 * @param text as written, for example {@code 2026-09-18T06:30:00.5+08:00}
 * @param instant the moment in UTC, at most nanoseconds
 */
public record DateTimeStamp(String text, Instant instant) implements Comparable<DateTimeStamp> {

    private static final String CLAUSE = "EPCIS 2.0 §7.3.2";
    private static final String EXPECTED = "a date and time with zone like 2026-09-18T06:30:00.000+08:00";
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?\\d*([Zz]|[+-]\\d{2}:\\d{2})");

    public DateTimeStamp {
        if (!parse(text).equals(instant)) {
            throw new InvalidEventException(
                    "instant", instant.toString(), "the moment that " + text + " means", CLAUSE);
        }
    }

    /** @throws InvalidEventException when the text has no zone, or is no moment of the calendar */
    public static DateTimeStamp of(String text) {
        return new DateTimeStamp(text, parse(text));
    }

    /** The moment at the given offset with milliseconds, the spelling this project writes itself. */
    public static DateTimeStamp of(Instant instant, ZoneOffset offset) {
        Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
        String text =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").format(millis.atOffset(offset));
        return new DateTimeStamp(text, millis);
    }

    private static Instant parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new InvalidEventException("time", text, EXPECTED, CLAUSE);
        }
        try {
            return OffsetDateTime.parse(withoutDigitsBelowNanos(text)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidEventException("time", text, EXPECTED, CLAUSE);
        }
    }

    /** XML Schema allows any number of fraction digits; java.time stops at nine and nothing here needs the tenth. */
    private static String withoutDigitsBelowNanos(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return text;
        }
        int end = dot + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - dot - 1 <= 9 ? text : text.substring(0, dot + 10) + text.substring(end);
    }

    @Override
    public int compareTo(DateTimeStamp other) {
        return instant.compareTo(other.instant);
    }
}
