package org.suyuan.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server process and the shell that watches over it.
 *
 * <p>The shell holds the reading end of a pipe from this JVM. When the pipe closes, because we close it or because the
 * JVM is gone by whatever cause, the shell stops the server in PostgreSQL's fast mode. It ignores the terminal's
 * signals and {@code pg_ctl} puts the server into a session of its own, so Ctrl-C reaches the application alone, which
 * may then finish its requests on a living database.
 */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final Duration PREDECESSOR_MAX = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * What is over after a moment: a killed server's children hold its shared memory until they notice; a port that was
     * free was taken just before we could.
     */
    private static final List<String> PASSING_COMPLAINTS =
            List.of("pre-existing shared memory block", "could not bind IPv4 address");

    private static final int LOG_LINES_SHOWN = 15;

    private static final String READY = "the server is ready";

    /** Where there is one, it also keeps the shell out of reach of a {@code kill -9} of our whole process group. */
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private static final String SUPERVISOR = """
            trap '' INT TERM HUP QUIT
            "$@" -l "$LOG" start || exit 1
            echo '%s'
            while read -r ignored; do :; done
            exec "$@" stop > /dev/null 2>&1
            """.formatted(READY);

    private final Programs programs;
    private final OrdinaryUser user;
    private final Path data;
    private final int port;
    private final Process supervisor;

    private Postmaster(Programs programs, OrdinaryUser user, Path data, int port, Process supervisor) {
        this.programs = programs;
        this.user = user;
        this.data = data;
        this.port = port;
        this.supervisor = supervisor;
    }

    /** Starts the server on a free port and returns when it accepts connections. */
    static Postmaster start(Programs programs, OrdinaryUser user, Path data, Map<String, String> settings)
            throws IOException {
        var serverLog = data.resolve("postgres.log");
        long deadline = System.nanoTime() + PREDECESSOR_MAX.toNanos();
        while (true) {
            int port = freePort();
            Settings.write(data, port, settings);
            keepFormerLog(serverLog);
            var supervisor = supervisor(programs, user, data, serverLog).start();
            if (becomesReady(supervisor)) {
                return new Postmaster(programs, user, data, port, supervisor);
            }
            var complaint = end(serverLog);
            boolean passes = PASSING_COMPLAINTS.stream().anyMatch(complaint::contains);
            if (!passes || System.nanoTime() > deadline) {
                throw new PostgresFailure(
                        "PostgreSQL did not start. Its log, %s, ends:%n%s".formatted(serverLog, complaint));
            }
            pause();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ProcessBuilder supervisor(Programs programs, OrdinaryUser user, Path data, Path serverLog) {
        var builder = new ProcessBuilder();
        if (Files.isExecutable(OWN_SESSION)) {
            builder.command().add(OWN_SESSION.toString());
        }
        builder.command().addAll(List.of("/bin/sh", "-c", SUPERVISOR, "suyuan-postgres"));
        builder.command().addAll(control(programs, user, data));
        builder.environment().put("LOG", serverLog.toString());
        return builder.redirectErrorStream(true);
    }

    /** One log a run, and the one before: a server that runs for years writes little, only what was slow or wrong. */
    private static void keepFormerLog(Path serverLog) throws IOException {
        if (Files.exists(serverLog)) {
            Files.move(serverLog, serverLog.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> control(Programs programs, OrdinaryUser user, Path data) {
        return user.command(
                programs.program("pg_ctl"),
                "-D",
                data.toString(),
                "-w",
                "-t",
                "" + START_MAX.toSeconds(),
                "-m",
                "fast");
    }

    private static boolean becomesReady(Process supervisor) throws IOException {
        var output = new BufferedReader(new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return true;
            }
        }
        return false;
    }

    private static String end(Path serverLog) throws IOException {
        if (!Files.exists(serverLog)) {
            return "(there is none)";
        }
        var lines = Files.readAllLines(serverLog);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    int port() {
        return port;
    }

    /** Stops the server: it ends open sessions, writes a checkpoint and goes. */
    void stop() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("PostgreSQL is still stopping after {} s; it will go on by itself", STOP_MAX.toSeconds());
            } else if (Files.exists(data.resolve("postmaster.pid"))) {
                // Someone killed the supervisor but not the server.
                stopPredecessor(programs, user, data);
            }
        } catch (IOException e) {
            log.warn("Cannot reach PostgreSQL's supervisor", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the server that an earlier, killed application may have left on these data. Its supervisor is usually about
     * to do so; this makes sure and waits. The caller holds the home's lock, so no living application uses it.
     */
    static void stopPredecessor(Programs programs, OrdinaryUser user, Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        long deadline = System.nanoTime() + PREDECESSOR_MAX.toNanos();
        while (Files.exists(pidFile) && System.nanoTime() < deadline) {
            switch (occupant(pidFile, data)) {
                case SERVER -> {
                    log.info("Stopping the PostgreSQL server that an earlier run left behind");
                    Outcome.of(Stream.concat(control(programs, user, data).stream(), Stream.of("stop"))
                            .toList());
                }
                case NOBODY -> {
                    return; // PostgreSQL itself recognises the file as a leftover.
                }
                case ANOTHER_PROGRAM -> Files.delete(pidFile);
                case UNKNOWN -> pause();
            }
        }
        // A process that cannot even be named, after this time, is a zombie that its parent never collects. Should that
        // be wrong, PostgreSQL still refuses to start while the predecessor's shared memory is in use.
        Files.deleteIfExists(pidFile);
    }

    /** Who has the process number that the server wrote into its pid file. */
    private enum Occupant {
        SERVER,
        NOBODY,
        /** The number was given to someone else since, as happens when a container restarts. */
        ANOTHER_PROGRAM,
        /** A zombie, which has a number but no command line any more. */
        UNKNOWN
    }

    private static Occupant occupant(Path pidFile, Path data) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(line -> occupant(Long.parseLong(line.strip()), data))
                    .orElse(Occupant.UNKNOWN);
        } catch (NoSuchFileException removedMeanwhile) {
            return Occupant.NOBODY;
        }
    }

    private static Occupant occupant(long pid, Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .commandLine()
                        .map(command -> command.contains(data.toString()) ? Occupant.SERVER : Occupant.ANOTHER_PROGRAM)
                        .orElse(Occupant.UNKNOWN))
                .orElse(Occupant.NOBODY);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
