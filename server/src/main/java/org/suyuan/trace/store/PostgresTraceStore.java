package org.suyuan.trace.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.trace.Moment;
import org.suyuan.trace.Role;
import org.suyuan.trace.Touch;
import org.suyuan.trace.TraceStore;
import org.suyuan.trace.Units;

/** Probes runs: however many intervals of however many series, one statement. */
@Repository
class PostgresTraceStore implements TraceStore {
    /** What {@code timestamptz} can hold; beyond it "before" means before everything or after everything. */
    private static final OffsetDateTime FIRST = OffsetDateTime.of(-4000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final OffsetDateTime LAST = OffsetDateTime.of(200_000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;

    PostgresTraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** OFFSET 0 keeps the probes a nested loop over the primary key: one key range an interval and level. */
    static final String TOUCHING = """
            SELECT greatest(r.position, q.first) AS first, least(r.position + r.length, q.past) AS past,
                   %s
              FROM (SELECT k.number, s.id, s.key, l.level
                      FROM unnest(:keys) WITH ORDINALITY AS k (key, number)
                      JOIN trace.series s ON s.key = k.key
                      JOIN trace.series_level l ON l.series_id = s.id) s
              JOIN unnest(:numbers, :firsts, :pasts) AS q (number, first, past) ON q.number = s.number
             CROSS JOIN LATERAL (SELECT *
                                   FROM trace.run r
                                  WHERE r.series_id = s.id
                                    AND r.level = s.level
                                    AND r.position > q.first - (1::bigint << s.level)
                                    AND r.position < q.past
                                    AND r.position + r.length > q.first
                                    AND r.role = ANY (:roles)
                                 OFFSET 0) r
              JOIN trace.fact f ON f.seq = r.seq
              LEFT JOIN trace.series p ON p.id = f.parent_series
             WHERE (f.event_time < :time OR f.event_time = :time AND 2 * f.seq < :order)
               AND %s
             LIMIT :limit
            """.formatted(FactRows.COLUMNS, FactRows.COUNTS);

    @Override
    public Found<Touch> touching(Units units, Set<Role> roles, Moment before, int limit) {
        if (units.isEmpty()) {
            return new Found<>(List.of(), false);
        }
        Probes probes = Probes.of(units);
        return jdbc.sql(TOUCHING)
                .param("keys", probes.keys())
                .param("numbers", probes.numbers())
                .param("firsts", probes.firsts())
                .param("pasts", probes.pasts())
                .param("roles", ordinals(roles))
                .param("time", time(before))
                .param("order", before.order())
                .param("limit", limit + 1)
                .query(new FactRows(limit));
    }

    private static final String PARTS = """
            SELECT r.position AS first, r.position + r.length AS past,
                   %s
              FROM unnest(:seqs) AS q (seq)
              JOIN trace.fact f ON f.seq = q.seq
             CROSS JOIN LATERAL (SELECT *
                                   FROM trace.run r
                                  WHERE r.seq = f.seq
                                    AND r.role = ANY (:roles)
                                 OFFSET 0) r
              JOIN trace.series s ON s.id = r.series_id
              LEFT JOIN trace.series p ON p.id = f.parent_series
             WHERE %s
             LIMIT :limit
            """.formatted(FactRows.COLUMNS, FactRows.COUNTS);

    @Override
    public Found<Touch> parts(Collection<Long> seqs, Set<Role> roles, int limit) {
        if (seqs.isEmpty()) {
            return new Found<>(List.of(), false);
        }
        return jdbc.sql(PARTS)
                .param(
                        "seqs",
                        seqs.stream().mapToLong(Long::longValue).distinct().toArray())
                .param("roles", ordinals(roles))
                .param("limit", limit + 1)
                .query(new FactRows(limit));
    }

    static short[] ordinals(Set<Role> roles) {
        short[] ordinals = new short[roles.size()];
        int n = 0;
        for (Role role : roles) {
            ordinals[n++] = (short) role.ordinal();
        }
        return ordinals;
    }

    private static OffsetDateTime time(Moment moment) {
        if (moment.time().isBefore(FIRST.toInstant())) {
            return FIRST;
        }
        return moment.time().isAfter(LAST.toInstant()) ? LAST : moment.time().atOffset(ZoneOffset.UTC);
    }
}
