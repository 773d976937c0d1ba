package org.suyuan.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The roles by which PostgreSQL enforces scopes a second time (design §6): nobody logs in as one of them, the application
 * takes them on. They belong to the server and not to a database, so migrations cannot simply own them.
 */
final class ScopeRoles {
    static final List<String> NAMES =
            List.of("suyuan_region", "suyuan_operator", "suyuan_organisation", "suyuan_nobody");

    private ScopeRoles() {}

    /** Makes the roles and lets {@code member} take them on, as somebody who may do that. */
    static void provide(Connection administrator, String member) throws SQLException {
        try (var statement = administrator.createStatement()) {
            for (var sql : missing(administrator, member)) {
                statement.execute(sql);
            }
        }
    }

    /** The same as the application's own role, before the first script needs them. */
    static void provide(DataSource application) {
        try (var connection = application.getConnection()) {
            var missing = missing(connection, connection.getMetaData().getUserName());
            try (var statement = connection.createStatement()) {
                for (var sql : missing) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new PostgresFailure(
                        "The database role %s may not create the roles that keep jurisdictions apart (%s). Let an administrator of the server run this once:%n%n    %s;%n"
                                .formatted(
                                        connection.getMetaData().getUserName(),
                                        e.getMessage(),
                                        String.join(";\n    ", missing)),
                        e);
            }
        } catch (SQLException e) {
            throw new PostgresFailure("Cannot look at the roles of the database: " + e.getMessage(), e);
        }
    }

    /** Lets the roles use whatever the modules have now; rows are the policies' business. Repeated after each migration. */
    static void grantTables(DataSource application) {
        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    DO $$
                    DECLARE
                        module text;
                    BEGIN
                        FOR module IN
                            SELECT nspname FROM pg_namespace
                            WHERE pg_has_role(nspowner, 'USAGE') AND nspname !~ '^(pg_|information_schema$|public$)'
                        LOOP
                            EXECUTE format('GRANT USAGE ON SCHEMA %%I TO %1$s', module);
                            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %%I TO %1$s', module);
                            EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %%I TO %1$s', module);
                        END LOOP;
                    END
                    $$
                    """.formatted(String.join(", ", NAMES)));
        } catch (SQLException e) {
            throw new PostgresFailure("Cannot let the scope roles use the platform's tables: " + e.getMessage(), e);
        }
    }

    private static List<String> missing(Connection connection, String member) throws SQLException {
        var missing = new ArrayList<String>();
        try (var statement = connection.prepareStatement("""
                SELECT count(*), count(*) FILTER (WHERE pg_has_role(?, oid, 'MEMBER'))
                FROM pg_roles
                WHERE rolname = ?
                """)) {
            for (var role : NAMES) {
                statement.setString(1, member);
                statement.setString(2, role);
                try (var found = statement.executeQuery()) {
                    found.next();
                    if (found.getInt(1) == 0) {
                        missing.add("CREATE ROLE " + role + " NOLOGIN");
                    }
                    if (found.getInt(2) == 0) {
                        missing.add("GRANT " + role + " TO \"" + member.replace("\"", "\"\"") + "\"");
                    }
                }
            }
        }
        return missing;
    }
}
