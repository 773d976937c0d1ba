package org.suyuan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suyuan.Suyuan;
import org.suyuan.postgres.EmbeddedPostgres.Access;

/**
 * The platform as anybody runs it: a process of its own, on a temporary home that is new, with its embedded PostgreSQL
 * and the settings it has by default, fsync on. {@link #close} stops it and removes the home.
 */
final class Platform implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOG_LINES_SHOWN = 40;
    private static final int SECRET_BYTES = 16;
    /** Beside the build, so that it lies on a disk: a temporary folder may be memory, where fsync costs nothing. */
    private static final Path HOMES = Path.of("benchmarks", "target", "homes");

    private final Path home;
    private final int port;
    private final String adminPassword = secret();
    private final String clientSecret = secret();
    private final Process process;
    private final Thread atExit = new Thread(this::stop);

    private Platform(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static Platform start() throws IOException, InterruptedException {
        Files.createDirectories(HOMES);
        Platform platform =
                new Platform(Files.createTempDirectory(HOMES, "home").toAbsolutePath(), freePort());
        try {
            platform.awaitReadiness();
            return platform;
        } catch (IOException | InterruptedException | RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Suyuan.class.getName()));
        command.addAll(List.of("--suyuan.home=" + home, "--server.port=" + port));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SUYUAN_ADMIN_PASSWORD", adminPassword);
        builder.environment().put("SUYUAN_DEMO_CLIENT_SECRET", clientSecret);
        return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    private void awaitReadiness() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                List<String> lines = Files.readAllLines(log());
                throw new IllegalStateException("the platform did not start:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size())));
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean ready() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest readiness = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .build();
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Path log() {
        return home.resolve("platform.log");
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String adminPassword() {
        return adminPassword;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** The application's own database, for baselines in the same server. */
    Connection connect() throws SQLException, IOException {
        return access("suyuan", "postgres-application").connect();
    }

    /** The superuser in the application's database: checkpoints are his. */
    Connection connectAsSuperuser() throws SQLException, IOException {
        return access("postgres", "postgres-superuser").connect();
    }

    /** What remains of the server's heap when its garbage is collected. */
    double liveHeapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("jcmd GC.heap_info names no used memory");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(program, String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    String postgresVersion() throws SQLException, IOException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private Access access(String user, String secret) throws IOException {
        String password =
                Files.readString(home.resolve("secrets").resolve(secret)).strip();
        return new Access(databasePort(), "suyuan", user, password);
    }

    /** PostgreSQL notes its port in the fourth line of its pid file. */
    private int databasePort() throws IOException {
        try (var data = Files.newDirectoryStream(home.resolve("data"), "postgres-*")) {
            Path pidFile = data.iterator().next().resolve("postmaster.pid");
            return Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void stop() {
        // Not Process.destroy, which also closes the streams.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            deleteHome();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("Cannot remove " + home + ": " + e);
        }
    }

    private void deleteHome() throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
