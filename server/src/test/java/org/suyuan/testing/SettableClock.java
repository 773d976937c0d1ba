package org.suyuan.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.suyuan.shared.calendar.WorkingCalendar;

/** Stands still until a test moves it; in the platform's time zone. */
public final class SettableClock extends Clock {
    private volatile Instant now;

    /** @param now with its offset, for example {@code 2026-09-24T10:00:00+08:00} */
    public SettableClock(String now) {
        this.now = OffsetDateTime.parse(now).toInstant();
    }

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    public void advance(Duration time) {
        now = now.plus(time);
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
