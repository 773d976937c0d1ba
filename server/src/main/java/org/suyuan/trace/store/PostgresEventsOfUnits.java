package org.suyuan.trace.store;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.trace.EventsOfUnits;
import org.suyuan.trace.Role;
import org.suyuan.trace.Units;

@Repository
class PostgresEventsOfUnits implements EventsOfUnits {
    private final JdbcClient jdbc;

    PostgresEventsOfUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> newest(Units units, Set<Role> roles, long beforeSeq, int limit) {
        if (units.isEmpty()) {
            return List.of();
        }
        Probes probes = Probes.of(units);
        return jdbc.sql("""
                        SELECT DISTINCT r.seq
                          FROM (SELECT k.number, s.id, l.level
                                  FROM unnest(:keys) WITH ORDINALITY AS k (key, number)
                                  JOIN trace.series s ON s.key = k.key
                                  JOIN trace.series_level l ON l.series_id = s.id) s
                          JOIN unnest(:numbers, :firsts, :pasts) AS q (number, first, past) ON q.number = s.number
                         CROSS JOIN LATERAL (SELECT seq
                                               FROM trace.run r
                                              WHERE r.series_id = s.id
                                                AND r.level = s.level
                                                AND r.position > q.first - (1::bigint << s.level)
                                                AND r.position < q.past
                                                AND r.position + r.length > q.first
                                                AND r.role = ANY (:roles)
                                                AND r.seq < :before
                                             OFFSET 0) r
                         ORDER BY r.seq DESC
                         LIMIT :limit
                        """)
                .param("keys", probes.keys())
                .param("numbers", probes.numbers())
                .param("firsts", probes.firsts())
                .param("pasts", probes.pasts())
                .param("roles", PostgresTraceStore.ordinals(roles))
                .param("before", beforeSeq)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
