package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.suyuan.testing.TestPostgres;

/** How PostgreSQL finds the first page of a list behind both walls, on seeded volume: the plans are what we promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopedPlansTest {
    private static final int ROWS = 60_000;
    private static final int TOWNSHIPS = 2_000;
    private static final String TOWNSHIP = "/35/3502/350211/350211007/";
    private static final String PAST_TOWNSHIP = "/35/3502/350211/3502110070";

    private final DataSource database = TestPostgres.freshDatabase();
    private Connection connection;

    ScopedPlansTest() throws SQLException {
        connection = database.getConnection();
    }

    @BeforeAll
    void seed() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO registry.operator (id, name_zh, kinds, region_code, region_path, valid_from, status, version,
                        created_at, changed_at, changed_by)
                    SELECT uuidv7(), 'n' || n, '{dairy}', '350211',
                           '/35/3502/' || 350200 + (n %% %2$d) / 20 || '/' || 350200000 + (n %% %2$d) * 7 || '/',
                           '2026-01-01', 'ACTIVE', 1, now(), now(), '00000000-0000-0000-0000-000000000000'
                    FROM generate_series(1, %1$d) AS n
                    """.formatted(ROWS, TOWNSHIPS));
            statement.execute("ANALYZE registry.operator");
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_township_reads_its_own_range_of_paths_and_sorts_it() throws SQLException {
        assertThat(plan(TOWNSHIP, PAST_TOWNSHIP, "t.id DESC"))
                .containsExactly(
                        "Limit",
                        "Sort",
                        "Sort Key: id DESC",
                        "Index Scan using operator_region_idx on operator t",
                        "Index Cond: both walls");
    }

    @Test
    void the_state_reads_in_the_order_of_the_list() throws SQLException {
        assertThat(plan("/", "0", "t.id DESC"))
                .containsExactly(
                        "Limit", "Index Scan Backward using operator_pkey on operator t", "Filter: both walls");
        assertThat(plan("/", "0", "t.name_zh COLLATE \"zh-x-icu\", t.id"))
                .containsExactly("Limit", "Index Scan using operator_name_idx on operator t", "Filter: both walls");
    }

    private List<String> plan(String from, String to, String order) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT set_config('role', 'suyuan_region', FALSE), set_config('suyuan.region_from', '%s', FALSE),
                           set_config('suyuan.region_to', '%s', FALSE)
                    """.formatted(from, to));
            try (var rows = statement.executeQuery("""
                    EXPLAIN (COSTS OFF)
                    SELECT t.id, t.name_zh
                    FROM registry.operator AS t
                    WHERE (t.region_path ~>=~ '%s' AND t.region_path ~<~ '%s')
                    ORDER BY %s
                    LIMIT 31
                    """.formatted(from, to, order))) {
                while (rows.next()) {
                    lines.add(plain(rows.getString(1)));
                }
            } finally {
                statement.execute("RESET ROLE");
            }
        }
        return lines;
    }

    /** Without indentation, and each condition on the path as what it stands for. */
    private static String plain(String line) {
        String text = line.strip().replaceFirst("^->\\s+", "");
        boolean both = text.contains("current_setting('suyuan.region_from'::text)") && text.contains("~<~ '");
        return both ? text.replaceFirst(": .*", ": both walls") : text;
    }
}
