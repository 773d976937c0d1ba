package org.suyuan.desk.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionPaths;

/** Tasks lie where their subjects do; when the region gets another code they follow. */
@Repository
class TaskPaths implements RegionPaths {
    private final JdbcClient jdbc;

    TaskPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(RegionMove move) {
        return jdbc.sql("""
                        UPDATE desk.task AS t
                        SET region_path = m.after
                        FROM unnest(:from::text[], :to::text[]) AS m (before, after)
                        WHERE t.region_path = m.before
                        """).param("from", move.from()).param("to", move.to()).update();
    }
}
