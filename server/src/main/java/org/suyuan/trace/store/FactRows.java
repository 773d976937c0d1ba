package org.suyuan.trace.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.suyuan.shared.Amount;
import org.suyuan.trace.Detail;
import org.suyuan.trace.Fact;
import org.suyuan.trace.IntervalSet;
import org.suyuan.trace.Part;
import org.suyuan.trace.Role;
import org.suyuan.trace.Series;
import org.suyuan.trace.Touch;
import org.suyuan.trace.TraceStore;
import org.suyuan.trace.Unit;

/** Reads touches from rows of runs joined with their facts; each fact is built once however many rows repeat it. */
final class FactRows implements ResultSetExtractor<TraceStore.Found<Touch>> {
    /** What both queries select; {@code first} and {@code past} are the ends of the run, clipped as asked. */
    static final String COLUMNS = """
            s.key AS series, r.role, r.lot, r.amount, r.uom,
                   f.seq, f.event_time, f.kind, p.key AS parent_series, f.parent_position, f.event_id, f.type, f.action,
                   f.zone_seconds, f.biz_step, f.disposition, f.place, f.source, f.destination, f.lot AS lot_number,
                   f.production_date, f.best_before""";

    /** A fact counts unless it is a declaration of error, or was declared erroneous itself. */
    static final String COUNTS = """
            NOT f.declares_error
               AND NOT EXISTS (SELECT FROM trace.voided v WHERE v.name = f.event_id)
               AND NOT EXISTS (SELECT FROM trace.voided v WHERE v.name = f.hash)""";

    private static final Role[] ROLES = Role.values();

    private final int limit;
    private final Map<Long, Fact> facts = new HashMap<>();
    private final Map<String, Series> series = new HashMap<>();

    FactRows(int limit) {
        this.limit = limit;
    }

    @Override
    public TraceStore.Found<Touch> extractData(ResultSet rows) throws SQLException {
        List<Touch> touches = new ArrayList<>();
        while (rows.next()) {
            if (touches.size() == limit) {
                return new TraceStore.Found<>(touches, true);
            }
            Fact fact = facts.get(rows.getLong("seq"));
            if (fact == null) {
                fact = fact(rows);
                facts.put(fact.seq(), fact);
            }
            touches.add(new Touch(fact, part(rows)));
        }
        return new TraceStore.Found<>(touches, false);
    }

    private Part part(ResultSet rows) throws SQLException {
        BigDecimal amount = rows.getBigDecimal("amount");
        return new Part(
                ROLES[rows.getInt("role")],
                series(rows.getString("series")),
                IntervalSet.of(rows.getLong("first"), rows.getLong("past")),
                amount == null ? null : new Amount(amount, rows.getString("uom")),
                nullableLong(rows, "lot"));
    }

    private Fact fact(ResultSet rows) throws SQLException {
        String parent = rows.getString("parent_series");
        return new Fact(
                rows.getLong("seq"),
                rows.getObject("event_time", OffsetDateTime.class).toInstant(),
                Fact.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                parent == null ? null : new Unit(series(parent), rows.getLong("parent_position")),
                new Detail(
                        rows.getString("event_id"),
                        rows.getString("type"),
                        rows.getString("action"),
                        ZoneOffset.ofTotalSeconds(rows.getInt("zone_seconds")),
                        rows.getString("biz_step"),
                        rows.getString("disposition"),
                        rows.getString("place"),
                        rows.getString("source"),
                        rows.getString("destination"),
                        rows.getString("lot_number"),
                        rows.getObject("production_date", LocalDate.class),
                        rows.getObject("best_before", LocalDate.class)));
    }

    private Series series(String key) {
        return series.computeIfAbsent(key, Series::ofKey);
    }

    private static @Nullable Long nullableLong(ResultSet rows, String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
