package org.suyuan.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.suyuan.postgres.EmbeddedPostgres;
import org.suyuan.postgres.EmbeddedPostgres.Access;
import org.suyuan.postgres.ModuleMigrations;
import org.suyuan.postgres.PostgresFailure;

/**
 * Real databases for tests: one server per test JVM, and as many databases as tests ask for, each already migrated.
 *
 * <p>A store's test needs no Spring:
 *
 * <pre>{@code
 * private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());
 * }</pre>
 *
 * A test of the whole platform says {@link PlatformTest}.
 *
 * <p>The server's folder stays under {@code target}, so the next run finds it unpacked and initialised. A template
 * database is migrated once for each state of the migration scripts; a fresh database is a copy of it. Unlike the
 * platform's own server this one does not wait for the disk.
 */
public final class TestPostgres {

    private static final int SERVERS_MAX = 8;
    private static final Map<String, String> FAST_AND_FORGETFUL = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "200",
            "shared_buffers", "128MB");

    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = template();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A migrated, otherwise empty database that nobody else uses, as the application's own role. */
    public static DataSource freshDatabase() {
        return dataSource(freshDatabaseAccess());
    }

    /** The same, for those who need the URL. */
    public static Access freshDatabaseAccess() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER suyuan TEMPLATE " + TEMPLATE + " STRATEGY file_copy");
        return SERVER.application().to(name);
    }

    /** A database without any schema, for tests of the migrations themselves. */
    public static DataSource emptyDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER suyuan");
        return dataSource(SERVER.application().to(name));
    }

    /** Another view of the database of an earlier {@link #freshDatabase}: the superuser's. */
    public static DataSource asSuperuser(Access database) {
        return dataSource(SERVER.administrator().to(database.database()));
    }

    private static DataSource dataSource(Access access) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    /** Takes the first home that no other test JVM holds, so that two builds may run at once. */
    private static EmbeddedPostgres start() {
        for (int i = 1; i <= SERVERS_MAX; i++) {
            try {
                var home = Path.of("target", "test-postgres", "" + i);
                return EmbeddedPostgres.start(
                        home, "tests, process " + ProcessHandle.current().pid(), FAST_AND_FORGETFUL);
            } catch (PostgresFailure.HomeInUse next) {
                continue;
            }
        }
        throw new IllegalStateException("All " + SERVERS_MAX + " test servers are in use");
    }

    private static String template() {
        var name = "template_" + migrationsDigest();
        for (var database : databases()) {
            boolean otherTemplate = database.startsWith("template_") && !database.equals(name);
            if (database.startsWith("test_") || database.endsWith("_partial") || otherTemplate) {
                execute("DROP DATABASE " + database + " WITH (FORCE)");
            }
        }
        if (!databases().contains(name)) {
            var partial = name + "_partial";
            execute("CREATE DATABASE " + partial + " OWNER suyuan");
            ModuleMigrations.migrate(dataSource(SERVER.application().to(partial)));
            execute("ALTER DATABASE " + partial + " RENAME TO " + name);
        }
        return name;
    }

    private static List<String> databases() {
        try (var connection = SERVER.administrator().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'te%\\_%'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (var connection = SERVER.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes with any change to any migration, be it a script or a class. */
    private static String migrationsDigest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var scripts = new ArrayList<>(
                    List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.*")));
            scripts.sort(Comparator.comparing(TestPostgres::url));
            for (var script : scripts) {
                digest.update(url(script).getBytes());
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(Resource script) {
        try {
            return script.getURL().toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
