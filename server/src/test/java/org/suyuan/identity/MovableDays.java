package org.suyuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A platform whose days pass when a test says so. */
@TestConfiguration(proxyBeanMethods = false)
class MovableDays {
    @Bean
    @Primary
    static Days days() {
        return new Days();
    }

    static final class Days extends Clock {
        private volatile Instant now = Instant.parse("2026-09-01T01:00:00Z");

        LocalDate today() {
            return LocalDate.ofInstant(now, getZone());
        }

        void pass(int days) {
            now = now.plus(Duration.ofDays(days));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return Capacities.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one clock, one zone");
        }
    }
}
