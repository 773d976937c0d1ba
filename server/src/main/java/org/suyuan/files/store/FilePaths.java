package org.suyuan.files.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.shared.access.FollowsRegions;

/** Files lie where whoever uploaded them said; when the region gets another code they follow. */
@Repository
class FilePaths implements FollowsRegions {
    private final JdbcClient jdbc;

    FilePaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(List<String> from, List<String> to) {
        return jdbc.sql("""
                        UPDATE files.file AS t
                        SET region_path = m.after
                        FROM unnest(:from::text[], :to::text[]) AS m (before, after)
                        WHERE t.region_path = m.before
                        """)
                .param("from", from.toArray(String[]::new))
                .param("to", to.toArray(String[]::new))
                .update();
    }
}
