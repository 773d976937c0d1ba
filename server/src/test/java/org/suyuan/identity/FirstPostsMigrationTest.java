package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.postgres.ModuleMigrations;
import org.suyuan.testing.TestPostgres;

/** What accounts were allowed before there were posts is their first post afterwards. */
class FirstPostsMigrationTest {
    private final DataSource database = TestPostgres.emptyDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void accounts_keep_what_a_post_can_say_and_officers_of_regions_wait_for_their_body() {
        for (String module : List.of("modulith", "shared", "registry", "organisations")) {
            migrate(module, "latest");
        }
        migrate("identity", "2");
        UUID operator = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO registry.operator (id, name_zh, kinds, region_code, region_path, valid_from, status, version,
                                               created_at, changed_at, changed_by)
                VALUES (:id, '试验农户', '{dairy}', '350211', '/35/3502/350211/', '2024-01-01', 'ACTIVE', 1,
                        now(), now(), :id)
                """).param("id", operator).update();
        account("admin", "administrator", "everything");
        account("clerk", "access-administrator", "nothing");
        account("officer", "officer", "everything");
        account("jimei", "officer", "region:/35/3502/350211/");
        account("staff", "operator-staff", "operator:" + operator);

        ModuleMigrations.migrate(database);

        assertThat(jdbc.sql("""
                        SELECT a.username || ' ' || p.role || ' ' || coalesce(p.organisation, p.operator)
                          FROM identity.post p
                          JOIN identity.account a ON a.id = p.account
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "admin administrator " + FirstAccounts.PLATFORM,
                        "clerk access-administrator " + FirstAccounts.PLATFORM,
                        "officer state-officer " + FirstAccounts.PLATFORM,
                        "staff operator-staff " + operator);
    }

    private void account(String username, String role, String scope) {
        jdbc.sql("""
                INSERT INTO identity.account (id, username, display_name, role, scope, password_hash, password_one_time,
                                              created_at)
                VALUES (gen_random_uuid(), :username, :username, :role, :scope, 'x', false, '2026-09-01T00:00:00Z')
                """)
                .param("username", username)
                .param("role", role)
                .param("scope", scope)
                .update();
    }

    private void migrate(String module, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + module)
                .schemas(module)
                .createSchemas(true)
                .table("migrations")
                .target(target)
                .load()
                .migrate();
    }
}
