package org.suyuan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server that belongs to this process and keeps its data in a folder, the home.
 *
 * <pre>
 * home/lock                      who runs here
 * home/postgres/&lt;digest&gt;/        the programs
 * home/data/postgres-18/         the data, with postgres.log and the administrator's local.conf
 * home/secrets/postgres-*        passwords, readable by the owner only
 * </pre>
 *
 * <p>What is acknowledged stays: through {@link #close()}, through the death of this JVM, through loss of power. A
 * server that a killed JVM left behind ends by itself, or else the next start ends it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String SUPERUSER = "postgres";

    /** The application's role and database. It owns its database but is no superuser, so row-level security can bind it. */
    private static final String APPLICATION = "suyuan";

    private static final int PASSWORD_BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final HomeLock lock;
    private final Postmaster postmaster;
    private final Access administrator;
    private final Access application;

    /**
     * How to log in.
     *
     * @param database part of the URL too
     */
    public record Access(int port, String database, String user, String password) {

        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        public Access to(String otherDatabase) {
            return new Access(port, otherDatabase, user, password);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url(), user, password);
        }

        /** Without the password: records end in logs. */
        @Override
        public String toString() {
            return user + "@" + url();
        }
    }

    private EmbeddedPostgres(HomeLock lock, Postmaster postmaster, Access administrator, Access application) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.administrator = administrator;
        this.application = application;
    }

    /**
     * Starts the server on a home, making the home on first use, and returns when it accepts connections.
     *
     * @param home any folder that this user may write
     * @param holder what somebody who starts a second application on this home is told about the first
     * @throws PostgresFailure when it cannot serve, with what to do about it
     */
    public static EmbeddedPostgres start(Path home, String holder) {
        return start(home, holder, Map.of());
    }

    /** @param settings further PostgreSQL settings; they win over the platform's own */
    public static EmbeddedPostgres start(Path home, String holder, Map<String, String> settings) {
        try {
            var root = Files.createDirectories(home).toRealPath();
            var lock = HomeLock.take(root, holder);
            try {
                return start(root, lock, settings);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new PostgresFailure("Cannot run PostgreSQL in " + home + ": " + e, e);
        }
    }

    private static EmbeddedPostgres start(Path home, HomeLock lock, Map<String, String> settings)
            throws IOException, SQLException {
        long begun = System.nanoTime();
        var secrets = Files.createDirectories(home.resolve("secrets"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
        var superuserPassword = password(secrets.resolve("postgres-superuser"));
        var applicationPassword = password(secrets.resolve("postgres-application"));

        var programs = Programs.in(home);
        var folder = Files.createDirectories(home.resolve("data"));
        var user = OrdinaryUser.owning(folder, programs.program("postgres"));
        var data = folder.resolve("postgres-" + programs.majorVersion());
        if (!Files.exists(data)) {
            refuseOtherMajorVersion(folder, programs);
            initialise(programs, user, data, superuserPassword);
        }
        Postmaster.stopPredecessor(programs, user, data);
        var postmaster = Postmaster.start(programs, user, data, settings);
        int port = postmaster.port();
        var administrator = new Access(port, "postgres", SUPERUSER, superuserPassword);
        var application = new Access(port, APPLICATION, APPLICATION, applicationPassword);
        try {
            provideFor(application, administrator);
        } catch (SQLException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
        log.info(
                "PostgreSQL {} serves {} on 127.0.0.1:{} (ready after {} ms)",
                programs.version(),
                data,
                port,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return new EmbeddedPostgres(lock, postmaster, administrator, application);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            var partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.createFile(partial, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(partial, HexFormat.of().formatHex(bytes), StandardOpenOption.SYNC);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void refuseOtherMajorVersion(Path folder, Programs programs) throws IOException {
        try (var others = Files.newDirectoryStream(folder, "postgres-{[0-9],[0-9][0-9]}")) {
            for (var other : others) {
                throw new PostgresFailure(
                        "This home holds data of another PostgreSQL, %s; this build brings version %s, which cannot read them. Start the build that wrote them."
                                .formatted(other, programs.version()));
            }
        }
    }

    /** Makes the data folder under another name and renames it, so that a half-made one is never used. */
    private static void initialise(Programs programs, OrdinaryUser user, Path data, String password)
            throws IOException {
        var partial = data.resolveSibling(data.getFileName() + ".partial");
        var passwordFile = data.resolveSibling(".superuser");
        FileSystemUtils.deleteRecursively(partial);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setAttribute(passwordFile, "unix:uid", (int) user.owner());
        Files.writeString(passwordFile, password);
        var outcome = Outcome.of(user.command(
                programs.program("initdb"),
                "--pgdata=" + partial,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Sorted by code point, the same on every machine and for ever: an operating system's or ICU's order
                // changes with its version and silently corrupts indexes. Where people read a list, the query names
                // a collation (zh-x-icu sorts by pinyin).
                "--locale-provider=builtin",
                "--locale=C",
                "--builtin-locale=C.UTF-8"));
        Files.delete(passwordFile);
        if (!outcome.succeeded()) {
            throw new PostgresFailure("PostgreSQL cannot make its data folder:\n" + outcome.output());
        }
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the application's role and database unless they are there. */
    private static void provideFor(Access application, Access administrator) throws SQLException {
        try (var connection = administrator.connect();
                var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?")) {
                statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + application.password() + "'");
            }
            ScopeRoles.provide(connection, APPLICATION);
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + APPLICATION + " OWNER " + APPLICATION);
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, APPLICATION);
            return statement.executeQuery().next();
        }
    }

    /** The superuser: for backups and tests, never for the application's own work. */
    public Access administrator() {
        return administrator;
    }

    /** The application's own, less privileged role and its database. */
    public Access application() {
        return application;
    }

    public int port() {
        return postmaster.port();
    }

    /** Ends all sessions, stops the server and gives the home back. */
    @Override
    public void close() {
        log.info("Stopping PostgreSQL");
        postmaster.stop();
        lock.close();
    }
}
