package org.suyuan.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.suyuan.shared.calendar.WorkingCalendar;

/** Stands still until it is moved. */
public final class SettableClock extends Clock {
    private volatile Instant now;

    public SettableClock(String now) {
        this.now = OffsetDateTime.parse(now).toInstant();
    }

    public void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return WorkingCalendar.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one clock, one zone");
    }
}
