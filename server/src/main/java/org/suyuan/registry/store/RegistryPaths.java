package org.suyuan.registry.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionPaths;

/** Operators and sites move with their region, address and all; products and lots with those they belong to. */
@Repository
class RegistryPaths implements RegionPaths {
    /** The last code of a path is that of the region itself. */
    private static final String ADDRESSED = """
            UPDATE registry.%s AS t
            SET region_path = m.after,
                region_code = substring(m.after FROM '([0-9]+)/$'),
                version = version + 1
            FROM unnest(:from::text[], :to::text[]) AS m (before, after)
            WHERE t.region_path = m.before
            """;

    private static final String DERIVED = """
            UPDATE registry.%s AS t
            SET region_path = m.after
            FROM unnest(:from::text[], :to::text[]) AS m (before, after)
            WHERE t.region_path = m.before
            """;

    private final JdbcClient jdbc;

    RegistryPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long moved(RegionMove move) {
        List<String> updates = List.of(
                ADDRESSED.formatted("operator"),
                ADDRESSED.formatted("site"),
                DERIVED.formatted("product"),
                DERIVED.formatted("lot"));
        return updates.stream()
                .mapToLong(sql -> jdbc.sql(sql)
                        .param("from", move.from())
                        .param("to", move.to())
                        .update())
                .sum();
    }
}
