package org.suyuan.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.suyuan.Suyuan;
import org.suyuan.testing.TestPostgres;

class ModuleMigrationsTests {

    @Test
    void each_module_keeps_its_own_history_and_a_second_start_applies_nothing() {
        var database = TestPostgres.emptyDatabase();
        var jdbc = JdbcClient.create(database);
        ModuleMigrations.migrate(database);
        var applied = jdbc.sql("SELECT script FROM modulith.migrations WHERE type = 'SQL'")
                .query(String.class)
                .list();
        ModuleMigrations.migrate(database);
        assertThat(applied).contains("V1__event_publication.sql");
        assertThat(jdbc.sql("SELECT script FROM modulith.migrations WHERE type = 'SQL'")
                        .query(String.class)
                        .list())
                .isEqualTo(applied);
    }

    @Test
    void a_module_migrates_after_the_modules_it_depends_on() {
        var modules = ApplicationModules.of(Suyuan.class);
        assertThat(modules.stream()).allSatisfy(module -> {
            int own = ModuleMigrations.ORDER.indexOf(module.getIdentifier().toString());
            if (own >= 0) {
                module.getDirectDependencies(modules)
                        .uniqueModules()
                        .forEach(other -> assertThat(ModuleMigrations.ORDER.indexOf(
                                        other.getIdentifier().toString()))
                                .as("%s comes after %s", module.getIdentifier(), other.getIdentifier())
                                .isLessThan(own));
            }
        });
    }
}
