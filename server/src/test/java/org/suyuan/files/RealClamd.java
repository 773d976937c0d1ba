package org.suyuan.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** ClamAV's own daemon with a signature database of one entry, made here: none is downloaded. */
final class RealClamd implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Process process;
    private final int port;

    private RealClamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where the daemon is on this machine; {@code bin/test} installs it. */
    static Optional<Path> program() {
        String named = Objects.requireNonNullElse(System.getenv("CLAMD"), "/usr/sbin/clamd");
        return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    static RealClamd start(Path program, Path folder, int lengthMax) throws IOException {
        Path database = Files.createDirectories(folder.resolve("db"));
        byte[] eicar = Eicar.text().getBytes(StandardCharsets.US_ASCII);
        String hash = Sha256.of(Sha256.digest().digest(eicar)).hex();
        Files.writeString(database.resolve("own.hsb"), hash + ":" + eicar.length + ":Eicar-Test:73\n");
        int port = freePort();
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(settings, """
                Foreground yes
                DatabaseDirectory %s
                TemporaryDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength %d
                MaxThreads 2
                """.formatted(database.toAbsolutePath(), folder.toAbsolutePath(), port, lengthMax));
        Process process = new ProcessBuilder(program.toString(), "--config-file=" + settings.toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        RealClamd clamd = new RealClamd(process, port);
        clamd.await(folder.resolve("clamd.log"));
        return clamd;
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (answersPing()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        close();
        throw new IllegalStateException("clamd does not start:\n" + Files.readString(log));
    }

    private boolean answersPing() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).startsWith("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
