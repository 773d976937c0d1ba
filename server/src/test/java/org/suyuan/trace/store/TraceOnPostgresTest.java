package org.suyuan.trace.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.suyuan.testing.TestPostgres;
import org.suyuan.trace.RandomWorlds;
import org.suyuan.trace.Statement;

/**
 * The store in PostgreSQL against the oracle. Many worlds lie side by side in one database, so that they also must not see
 * each other.
 */
class TraceOnPostgresTest {
    private static final int WORLDS_A_BATCH = 500;
    private static final int UNITS_A_WORLD = 1;
    private static final int THREADS = 2;

    private final DataSource database = TestPostgres.freshDatabase();

    @Test
    void every_answer_is_that_of_one_row_an_item() throws Exception {
        List<Long> seeds = RandomWorlds.seeds(100);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int start = 0; start < seeds.size(); start += WORLDS_A_BATCH) {
                List<Long> batch = seeds.subList(start, Math.min(start + WORLDS_A_BATCH, seeds.size()));
                load(batch);
                List<Future<?>> checks = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int first = thread;
                    checks.add(threads.submit(() -> check(batch, first)));
                }
                for (Future<?> check : checks) {
                    check.get();
                }
            }
        }
    }

    private void load(List<Long> seeds) throws SQLException {
        SingleConnectionDataSource connection = connection();
        JdbcClient jdbc = JdbcClient.create(connection);
        jdbc.sql("TRUNCATE trace.run, trace.fact, trace.voided").update();
        List<Statement> statements = new ArrayList<>();
        for (int place = 0; place < seeds.size(); place++) {
            statements.addAll(RandomWorlds.statements(seeds.get(place), place));
        }
        new PostgresFactLog(jdbc, new SeriesIds(jdbc)).append(statements);
        jdbc.sql("ANALYZE trace.run, trace.fact").update();
        connection.destroy();
    }

    /** Every THREADS-th world from the given one. */
    private boolean check(List<Long> seeds, int first) throws SQLException {
        SingleConnectionDataSource connection = connection();
        PostgresTraceStore store = new PostgresTraceStore(JdbcClient.create(connection));
        for (int place = first; place < seeds.size(); place += THREADS) {
            RandomWorlds.check(seeds.get(place), place, store, UNITS_A_WORLD);
        }
        connection.destroy();
        return true;
    }

    private SingleConnectionDataSource connection() throws SQLException {
        return new SingleConnectionDataSource(database.getConnection(), true);
    }
}
