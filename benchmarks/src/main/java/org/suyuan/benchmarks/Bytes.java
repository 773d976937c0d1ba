package org.suyuan.benchmarks;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tables, their indexes and their oversize fields take on disk. */
record Bytes(long ours, long plain) {
    private static final String OF_SCHEMAS = """
            SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)
              FROM pg_class c
             WHERE c.relkind = 'r'
               AND c.relnamespace::regnamespace::text IN (%s)
            """;

    /** After a vacuum of everything, so that neither side is charged for what it has given back. */
    static Bytes now(Platform platform) throws SQLException, IOException {
        try (var connection = platform.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
            return new Bytes(sum(statement, "'events', 'trace'"), sum(statement, "'plain'"));
        }
    }

    private static long sum(Statement statement, String schemas) throws SQLException {
        try (ResultSet row = statement.executeQuery(OF_SCHEMAS.formatted(schemas))) {
            row.next();
            return row.getLong(1);
        }
    }

    Bytes since(Bytes before) {
        return new Bytes(ours - before.ours, plain - before.plain);
    }
}
