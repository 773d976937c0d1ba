package org.suyuan.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.postgres.EmbeddedPostgres.Access;
import org.suyuan.testing.TestPostgres;

class ScopeRolesTest {
    @Test
    void an_application_that_may_not_make_roles_is_told_what_an_administrator_has_to_run() throws SQLException {
        Access database = TestPostgres.freshDatabaseAccess();
        try (var connection = TestPostgres.asSuperuser(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS modest");
            statement.execute("CREATE ROLE modest LOGIN PASSWORD 'modest'");
        }
        var modest = new PGSimpleDataSource();
        modest.setUrl(database.url());
        modest.setUser("modest");
        modest.setPassword("modest");
        assertThatExceptionOfType(PostgresFailure.class)
                .isThrownBy(() -> ScopeRoles.provide(modest))
                .withMessageContaining("Let an administrator of the server run this once")
                .withMessageContaining("GRANT suyuan_region TO \"modest\"")
                .withMessageContaining("GRANT suyuan_nobody TO \"modest\"");
    }

    @Test
    void the_scope_roles_may_use_every_table_and_log_in_nowhere() {
        JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());
        List<String> closed = jdbc.sql("""
                        SELECT format('%s.%s to %s', n.nspname, c.relname, r.rolname)
                        FROM pg_class AS c
                        JOIN pg_namespace AS n ON n.oid = c.relnamespace
                        CROSS JOIN pg_roles AS r
                        WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname !~ '^(pg_|information_schema$|public$)'
                          AND r.rolname = ANY (:roles)
                          AND NOT (has_table_privilege(r.oid, c.oid, 'SELECT') AND has_table_privilege(r.oid, c.oid, 'DELETE'))
                        """)
                .param("roles", ScopeRoles.NAMES.toArray(String[]::new))
                .query(String.class)
                .list();
        assertThat(closed).isEmpty();
        assertThat(jdbc.sql("SELECT bool_or(rolcanlogin) FROM pg_roles WHERE rolname = ANY (:roles)")
                        .param("roles", ScopeRoles.NAMES.toArray(String[]::new))
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
