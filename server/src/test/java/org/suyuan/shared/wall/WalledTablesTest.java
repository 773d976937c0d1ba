package org.suyuan.shared.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.testing.TestPostgres;

/** Finds the table whose author forgot the wall. */
class WalledTablesTest {
    /** Tables that say whose their rows are and have no wall, each with the reason. */
    private static final Map<String, String> OPEN = Map.of(
            "registry.region", "the region tree is public",
            "events.capture", "an actor sees his own deliveries alone, by his id, which no scope widens",
            "organisations.decision", "which bodies exist, and since when, is public among officers",
            "organisations.period", "likewise",
            "identity.post", "who somebody is has to be known before there is a scope",
            "deadlines.clock",
                    "an approved calendar moves every clock of the nation, and a task asks for its own by id");

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());

    @Test
    void every_table_that_says_whose_its_rows_are_is_walled() {
        List<String> bare = jdbc.sql("""
                        SELECT DISTINCT format('%s.%s', n.nspname, c.relname)
                        FROM pg_class AS c
                        JOIN pg_namespace AS n ON n.oid = c.relnamespace
                        JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
                          AND (a.attname IN ('region_path', 'operator_id', 'operator', 'organisation_id', 'person'))
                        """).query(String.class).list();
        assertThat(bare)
                .as("tables with a column of scope and no SELECT shared.second_wall(…) in their module's migrations")
                .isSubsetOf(OPEN.keySet());
    }

    @Test
    void what_the_policies_compare_with_may_use_an_index_under_them() {
        List<String> leaking = jdbc.sql("""
                        SELECT o.oid::regoperator::text
                        FROM pg_operator AS o
                        JOIN pg_proc AS p ON p.oid = o.oprcode
                        WHERE o.oid IN ('~>=~(text,text)'::regoperator, '~<~(text,text)'::regoperator,
                                        '=(text,text)'::regoperator, '=(uuid,uuid)'::regoperator,
                                        '<(uuid,uuid)'::regoperator, '>(uuid,uuid)'::regoperator)
                          AND NOT p.proleakproof
                        """).query(String.class).list();
        assertThat(leaking).isEmpty();
    }

    @Test
    void a_wall_binds_every_kind_of_scope_by_a_role_of_its_own() {
        Map<String, List<String>> seers = jdbc
                .sql("SELECT format('%s.%s', schemaname, tablename), unnest(roles)::text FROM pg_policies")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertThat(seers.get("registry.operator")).containsExactlyInAnyOrder("suyuan_region", "suyuan_operator");
        assertThat(seers.values()).allSatisfy(roles -> assertThat(roles).doesNotContain("public"));
    }
}
