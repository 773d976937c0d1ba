package org.suyuan.events.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionPaths;

/** An event says what happened and stays; the path only says whose list it is on, and follows its region. */
@Repository
class EventPaths implements RegionPaths {
    private final JdbcClient jdbc;

    EventPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(RegionMove move) {
        return jdbc.sql("""
                        UPDATE events.event AS t
                        SET region_path = m.after
                        FROM unnest(:from::text[], :to::text[]) AS m (before, after)
                        WHERE t.region_path = m.before
                        """).param("from", move.from()).param("to", move.to()).update();
    }
}
