package org.suyuan.codes.store;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionPaths;

/** Batches and signals lie where their operators and sightings do; when the region gets another code they follow. */
@Repository
class CodePaths implements RegionPaths {
    private static final String FOLLOW = """
            UPDATE codes.%s AS t
            SET region_path = m.after
            FROM unnest(:from::text[], :to::text[]) AS m (before, after)
            WHERE t.region_path = m.before
            """;

    private final JdbcClient jdbc;

    CodePaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(RegionMove move) {
        return Stream.of("batch", "signal")
                .mapToLong(table -> jdbc.sql(FOLLOW.formatted(table))
                        .param("from", move.from())
                        .param("to", move.to())
                        .update())
                .sum();
    }
}
