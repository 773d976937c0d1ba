package org.suyuan.epcis.event;

import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The offset in force where the event happened (EPCIS 2.0 §7.4.1 {@code eventTimeZoneOffset}); it says how the local
 * clock read, and is independent of the zone in which {@code eventTime} is written.
 *
 * @param text {@code +08:00}, {@code -05:30}; from −14:00 to +14:00
 */
public record TimeZoneOffset(String text) {

    private static final Pattern SHAPE = Pattern.compile("[+-]((0\\d|1[0-3]):[0-5]\\d|14:00)");

    public TimeZoneOffset {
        if (!SHAPE.matcher(text).matches()) {
            throw new InvalidEventException(
                    "eventTimeZoneOffset", text, "an offset like +08:00 between -14:00 and +14:00", "EPCIS 2.0 §7.4.1");
        }
    }

    public ZoneOffset offset() {
        return ZoneOffset.of(text);
    }
}
