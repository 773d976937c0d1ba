package org.suyuan.codes.store;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.codes.Thresholds;
import org.suyuan.codes.VerificationRules;

/** Reads all rows, a handful, and keeps them for a minute. */
@Repository
class JdbcVerificationRules implements VerificationRules {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Kept kept = new Kept(Instant.MIN, List.of());

    JdbcVerificationRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Thresholds on(LocalDate day) {
        Instant now = clock.instant();
        Kept rules = kept;
        if (!now.isBefore(rules.until())) {
            rules = new Kept(now.plus(KEPT), read());
            kept = rules;
        }
        return rules.on(day);
    }

    private List<Row> read() {
        return jdbc.sql("SELECT name, value, valid_from, valid_to FROM codes.verification_rule")
                .query((row, number) -> new Row(
                        row.getString("name"),
                        row.getBigDecimal("value"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    private record Row(String name, BigDecimal value, LocalDate from, LocalDate to) {
        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** Days asked for are few, mostly today; a late import may bring some more. */
    private record Kept(Instant until, List<Row> rows, Map<LocalDate, Thresholds> days) {
        private static final int DAYS_MAX = 1_000;

        Kept(Instant until, List<Row> rows) {
            this(until, rows, new ConcurrentHashMap<>());
        }

        Thresholds on(LocalDate day) {
            if (days.size() > DAYS_MAX) {
                days.clear();
            }
            return days.computeIfAbsent(day, this::build);
        }

        private Thresholds build(LocalDate day) {
            return new Thresholds(
                    value("suspicious_sources", day).intValueExact(),
                    seconds(value("suspicious_window_hours", day), 3600),
                    value("travel_speed_max_kmh", day).doubleValue(),
                    value("travel_distance_min_km", day).doubleValue(),
                    seconds(value("sold_grace_hours", day), 3600),
                    value("failed_checks_burst", day).intValueExact(),
                    value("failed_checks_per_hour", day).doubleValue(),
                    seconds(value("repeat_window_minutes", day), 60));
        }

        private BigDecimal value(String name, LocalDate day) {
            return rows.stream()
                    .filter(row -> row.name().equals(name) && row.inForceOn(day))
                    .map(Row::value)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "codes.verification_rule has no " + name + " in force on " + day));
        }

        private static Duration seconds(BigDecimal value, long unit) {
            return Duration.ofSeconds(value.multiply(BigDecimal.valueOf(unit)).longValue());
        }
    }
}
