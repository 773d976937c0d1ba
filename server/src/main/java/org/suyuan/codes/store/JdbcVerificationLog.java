package org.suyuan.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.codes.AgentClass;
import org.suyuan.codes.Channel;
import org.suyuan.codes.CheckPlace;
import org.suyuan.codes.Source;
import org.suyuan.codes.UnitChecks;
import org.suyuan.codes.VerdictCode;
import org.suyuan.codes.VerificationLog;
import org.suyuan.codes.VerificationRecord;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

@Repository
class JdbcVerificationLog implements VerificationLog {
    private final JdbcClient jdbc;

    JdbcVerificationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UnitChecks checks(String unit) {
        return jdbc.sql(
                        "SELECT unit, checks, first_at, recent, suspicion, harmless_until FROM codes.unit_checks WHERE unit = :unit")
                .param("unit", unit)
                .query((row, number) -> checks(row))
                .optional()
                .orElse(UnitChecks.NONE);
    }

    @Override
    @Transactional
    public Map<String, UnitChecks> lockChecks(Collection<String> units) {
        Map<String, UnitChecks> found = new HashMap<>();
        if (units.isEmpty()) {
            return found;
        }
        // In one order always, so that two writers cannot wait for each other.
        jdbc.sql("""
                        SELECT unit, checks, first_at, recent, suspicion, harmless_until
                        FROM codes.unit_checks
                        WHERE unit = ANY (:units)
                        ORDER BY unit
                        FOR UPDATE
                        """).param("units", units.toArray(String[]::new)).query(row -> {
            found.put(row.getString("unit"), checks(row));
        });
        return found;
    }

    @Override
    public void append(List<VerificationRecord> verifications) {
        if (verifications.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO codes.verification
                            (checked_at, unit, text, verdict, reason, channel, origin, region, latitude, longitude, agent)
                        SELECT * FROM unnest(
                            :at::timestamptz[], :unit::text[], :text::text[], :verdict::text[], :reason::text[],
                            :channel::text[], :origin::text[], :region::text[], :latitude::float8[], :longitude::float8[],
                            :agent::text[])
                        """)
                .param("at", texts(verifications, v -> v.at().toString()))
                .param("unit", texts(verifications, VerificationRecord::unit))
                .param("text", texts(verifications, VerificationRecord::text))
                .param("verdict", texts(verifications, v -> name(v.verdict())))
                .param("reason", texts(verifications, VerificationRecord::reason))
                .param("channel", texts(verifications, v -> v.source().channel().name()))
                .param("origin", texts(verifications, v -> v.source().origin()))
                .param("region", texts(verifications, v -> region(v.source().place())))
                .param("latitude", numbers(verifications, GeoPoint::latitude))
                .param("longitude", numbers(verifications, GeoPoint::longitude))
                .param("agent", texts(verifications, v -> v.source().agent().name()))
                .update();
    }

    @Override
    public void saveChecks(Map<String, UnitChecks> checks) {
        if (checks.isEmpty()) {
            return;
        }
        List<Map.Entry<String, UnitChecks>> rows =
                checks.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        jdbc.sql("""
                        INSERT INTO codes.unit_checks (unit, checks, first_at, last_at, recent, suspicion, harmless_until)
                        SELECT * FROM unnest(
                            :unit::text[], :checks::bigint[], :first::timestamptz[], :last::timestamptz[],
                            :recent::jsonb[], :suspicion::jsonb[], :harmless::timestamptz[])
                        ON CONFLICT (unit) DO UPDATE
                        SET checks = excluded.checks,
                            first_at = excluded.first_at,
                            last_at = excluded.last_at,
                            recent = excluded.recent,
                            suspicion = excluded.suspicion,
                            harmless_until = excluded.harmless_until
                        """)
                .param("unit", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "checks",
                        rows.stream().map(row -> row.getValue().count()).toArray(Long[]::new))
                .param("first", column(rows, state -> state.firstAt().toString()))
                .param(
                        "last",
                        column(rows, state -> state.recent().getLast().at().toString()))
                .param("recent", column(rows, state -> ChecksJson.sightings(state.recent())))
                .param("suspicion", column(rows, state -> ChecksJson.suspicion(state.suspicion())))
                .param(
                        "harmless",
                        column(
                                rows,
                                state -> state.harmlessUntil() == null
                                        ? null
                                        : state.harmlessUntil().toString()))
                .update();
    }

    @Override
    public Page<VerificationRecord> history(String unit, PageRequest page) {
        List<String> after = page.after(2).orElse(List.of("infinity", Long.toString(Long.MAX_VALUE)));
        List<Row> rows = jdbc.sql("""
                        SELECT id, checked_at, unit, text, verdict, reason, channel, origin, region, latitude, longitude, agent
                        FROM codes.verification
                        WHERE unit = :unit AND (checked_at, id) < (:at::timestamptz, :id)
                        ORDER BY checked_at DESC, id DESC
                        LIMIT :rows
                        """)
                .param("unit", unit)
                .param("at", after.getFirst())
                .param("id", id(page, after.getLast()))
                .param("rows", page.limit() + 1)
                .query(JdbcVerificationLog::row)
                .list();
        boolean more = rows.size() > page.limit();
        List<Row> shown = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? shown.getLast().cursor() : null;
        Long total = page.count() ? (Long) rows(unit) : null;
        return new Page<>(shown.stream().map(Row::verification).toList(), next, total, false);
    }

    private static long id(PageRequest page, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
    }

    private record Row(long id, VerificationRecord verification) {
        String cursor() {
            return PageRequest.cursorOf(List.of(verification.at().toString(), Long.toString(id)));
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String region = row.getString("region");
        double latitude = row.getDouble("latitude");
        GeoPoint point = row.wasNull() ? null : new GeoPoint(latitude, row.getDouble("longitude"));
        String verdict = row.getString("verdict");
        Source source = new Source(
                Channel.valueOf(row.getString("channel")),
                row.getString("origin"),
                new CheckPlace(region == null ? null : new RegionCode(region), point),
                AgentClass.valueOf(row.getString("agent")));
        VerificationRecord verification = new VerificationRecord(
                instant(row, "checked_at"),
                row.getString("unit"),
                false,
                row.getString("text"),
                verdict == null ? null : VerdictCode.valueOf(verdict),
                row.getString("reason"),
                null,
                source);
        return new Row(row.getLong("id"), verification);
    }

    /** More than the unit's count when somebody looked twice. */
    private long rows(String unit) {
        return jdbc.sql("SELECT count(*) FROM codes.verification WHERE unit = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private static UnitChecks checks(ResultSet row) throws SQLException {
        return new UnitChecks(
                row.getLong("checks"),
                instant(row, "first_at"),
                ChecksJson.sightings(row.getString("recent")),
                ChecksJson.suspicion(row.getString("suspicion")),
                row.getObject("harmless_until") == null ? null : instant(row, "harmless_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private static @Nullable String region(CheckPlace place) {
        RegionCode region = place.region();
        return region == null ? null : region.significant();
    }

    private static @Nullable String name(@Nullable VerdictCode verdict) {
        return verdict == null ? null : verdict.name();
    }

    private static @Nullable String[] texts(
            List<VerificationRecord> verifications, Function<VerificationRecord, @Nullable String> column) {
        return verifications.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String[] column(
            List<Map.Entry<String, UnitChecks>> rows, Function<UnitChecks, @Nullable String> column) {
        return rows.stream().map(row -> column.apply(row.getValue())).toArray(String[]::new);
    }

    private static @Nullable Double[] numbers(
            List<VerificationRecord> verifications, Function<GeoPoint, Double> coordinate) {
        return verifications.stream()
                .map(v -> v.source().place().point())
                .map(point -> point == null ? null : coordinate.apply(point))
                .toArray(Double[]::new);
    }
}
