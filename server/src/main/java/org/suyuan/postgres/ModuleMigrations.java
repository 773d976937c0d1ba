package org.suyuan.postgres;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's schema up to date: {@code db/migration/<module>/V1__….sql} runs in schema {@code <module>},
 * which keeps its own history, after the modules below it.
 *
 * <p>Why not Spring Modulith's own per-module Flyway: it derives the order from bytecode at each start, which costs more
 * than the migrations, keeps all histories in one schema, and needs an application; a store's test wants a migrated
 * database without one.
 */
@Configuration(proxyBeanMethods = false)
public class ModuleMigrations {

    /**
     * From the lowest level up, as {@code docs/architecture.md} draws them. {@code modulith} is no module of ours: it
     * holds the table in which Spring Modulith keeps events until their listeners have done their work.
     */
    static final List<String> ORDER = List.of(
            "modulith",
            "shared",
            "audit",
            "files",
            "deadlines",
            "registry",
            "knowledge",
            "transparency",
            "events",
            "credit",
            "organisations",
            "desk",
            "identity",
            "codes",
            "trace",
            "cases",
            "risk",
            "recall",
            "inspection",
            "complaints",
            "ledger",
            "exchange",
            "portal");

    private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);

    @Bean
    FlywayMigrationStrategy moduleByModule() {
        return flyway -> migrate(flyway.getConfiguration().getDataSource());
    }

    /** Applies what is not yet applied; each module's migrations in their own transactions. */
    public static void migrate(DataSource dataSource) {
        ScopeRoles.provide(dataSource);
        int applied = 0;
        for (var module : modules()) {
            applied += Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .createSchemas(true)
                    .table("migrations")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
        if (applied > 0) {
            ScopeRoles.grantTables(dataSource);
        }
        log.info("Database schema is up to date ({} migrations applied now)", applied);
    }

    /** The modules that have migrations, in order. */
    private static List<String> modules() {
        var found = folders();
        if (!ORDER.containsAll(found)) {
            throw new IllegalStateException(
                    "db/migration has folders %s (expected: some of %s)".formatted(found, ORDER));
        }
        return ORDER.stream().filter(found::contains).toList();
    }

    private static Set<String> folders() {
        try {
            var folders = new TreeSet<String>();
            var resolver = new PathMatchingResourcePatternResolver();
            for (var script : resolver.getResources("classpath*:db/migration/*/*.sql")) {
                var path = script.getURL().getPath();
                folders.add(path.replaceFirst(".*/db/migration/([^/]+)/[^/]+$", "$1"));
            }
            return folders;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list the migrations", e);
        }
    }
}
