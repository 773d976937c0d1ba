package org.suyuan.files;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * ClamAV's daemon, asked over TCP by {@code INSTREAM} (man clamd): the file in chunks, each after its length, a zero length
 * at the end. Configured by {@code suyuan.clamd.host}, {@code .port} and {@code .timeout}; without a host there is none.
 */
@Component
class Clamd implements VirusScanner {
    static final int CHUNK_BYTES = 64 * 1024;
    private static final int ANSWER_BYTES_MAX = 4_096;
    private static final String COMMAND = "zINSTREAM\0";
    private static final String FOUND = " FOUND";
    private static final String OK = " OK";

    private final String host;
    private final int port;
    private final Duration timeout;

    /** @param timeout of connecting, and of each answer */
    Clamd(
            @Value("${suyuan.clamd.host:}") String host,
            @Value("${suyuan.clamd.port:3310}") int port,
            @Value("${suyuan.clamd.timeout:30s}") Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public boolean isConfigured() {
        return !host.isEmpty();
    }

    @Override
    public Result scan(Path file) throws IOException {
        int millis = Math.toIntExact(timeout.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            IOException broken = send(file, socket);
            return read(socket.getInputStream(), broken);
        }
    }

    /** A daemon that has had enough says so and closes: then its answer matters, not that we could not send on. */
    private static @Nullable IOException send(Path file, Socket socket) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            try {
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
                out.write(COMMAND.getBytes(StandardCharsets.US_ASCII));
                for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                    out.writeInt(read);
                    out.write(chunk, 0, read);
                }
                out.writeInt(0);
                out.flush();
                return null;
            } catch (IOException e) {
                return e;
            }
        }
    }

    private static Result read(InputStream in, @Nullable IOException broken) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            for (int c = in.read(); c > 0 && answer.size() < ANSWER_BYTES_MAX; c = in.read()) {
                answer.write(c);
            }
        } catch (IOException e) {
            if (broken != null) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        String said = answer.toString(StandardCharsets.UTF_8).strip();
        if (said.isEmpty()) {
            throw broken != null ? broken : new IOException("clamd closed the connection without an answer");
        }
        String words = said.startsWith("stream: ") ? said.substring("stream:".length()) : said;
        if (words.endsWith(OK)) {
            return new Result(ScanState.CLEAN, null);
        }
        if (words.endsWith(FOUND)) {
            return new Result(
                    ScanState.INFECTED,
                    words.substring(0, words.length() - FOUND.length()).strip());
        }
        return new Result(ScanState.ERROR, words.strip());
    }
}
