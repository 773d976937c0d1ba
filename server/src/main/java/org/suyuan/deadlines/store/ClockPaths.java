package org.suyuan.deadlines.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.shared.access.FollowsRegions;

/** Clocks lie where their subjects do; when the region gets another code they follow. */
@Repository
class ClockPaths implements FollowsRegions {
    private final JdbcClient jdbc;

    ClockPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(List<String> from, List<String> to) {
        return jdbc.sql("""
                        UPDATE deadlines.clock AS t
                        SET region_path = m.after
                        FROM unnest(:from::text[], :to::text[]) AS m (before, after)
                        WHERE t.region_path = m.before
                        """)
                .param("from", from.toArray(String[]::new))
                .param("to", to.toArray(String[]::new))
                .update();
    }
}
