package org.suyuan.trace.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.suyuan.testing.TestPostgres;
import org.suyuan.trace.FactLog;
import org.suyuan.trace.RandomWorlds;
import org.suyuan.trace.Statement;
import org.suyuan.trace.TraceStore;

/** The store in PostgreSQL against the oracle; many worlds side by side, so that they also must not see each other. */
class TraceOnPostgresTest {
    private static final int WORLDS_A_BATCH = 250;
    private static final int UNITS_A_WORLD = 2;

    @Test
    void everyAnswerIsThatOfOneRowAnItem() throws Exception {
        DataSource database = TestPostgres.freshDatabase();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database.getConnection(), true));
        FactLog log = new PostgresFactLog(jdbc, new SeriesIds(jdbc));
        TraceStore store = new PostgresTraceStore(jdbc);
        List<Long> seeds = RandomWorlds.seeds(100);
        for (int start = 0; start < seeds.size(); start += WORLDS_A_BATCH) {
            List<Long> batch = seeds.subList(start, Math.min(start + WORLDS_A_BATCH, seeds.size()));
            jdbc.sql("TRUNCATE trace.run, trace.fact, trace.voided").update();
            List<Statement> statements = new ArrayList<>();
            for (int place = 0; place < batch.size(); place++) {
                statements.addAll(RandomWorlds.statements(batch.get(place), place));
            }
            log.append(statements);
            jdbc.sql("ANALYZE trace.run, trace.fact").update();
            for (int place = 0; place < batch.size(); place++) {
                RandomWorlds.check(batch.get(place), place, store, UNITS_A_WORLD);
            }
        }
    }
}
