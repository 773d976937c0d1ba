package org.suyuan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suyuan.files.FakeClamd.Manners;

/** clamd's protocol. The contract runs against the fake and, where it is installed ({@code bin/test} sees to it), the real daemon. */
class ClamdTest {
    private static final int LENGTH_MAX = 1024 * 1024;
    private static final List<Scanner> SCANNERS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static FakeClamd fake;

    record Scanner(String name, Clamd clamd, AutoCloseable daemon) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        fake = new FakeClamd(LENGTH_MAX);
        SCANNERS.add(new Scanner("fake", clamd(fake.port(), Duration.ofSeconds(20)), fake));
        var program = RealClamd.program();
        if (program.isPresent()) {
            RealClamd real = RealClamd.start(program.get(), folder, LENGTH_MAX);
            SCANNERS.add(new Scanner("real", clamd(real.port(), Duration.ofSeconds(60)), real));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Scanner scanner : SCANNERS) {
            scanner.daemon().close();
        }
        SCANNERS.clear();
    }

    static List<Scanner> scanners() {
        return SCANNERS;
    }

    @ParameterizedTest
    @MethodSource("scanners")
    void a_harmless_file_is_clean(Scanner scanner) throws IOException {
        var result = scanner.clamd().scan(file("合格证 no. 1\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(result).isEqualTo(new VirusScanner.Result(ScanState.CLEAN, null));
    }

    @ParameterizedTest
    @MethodSource("scanners")
    void a_file_of_many_chunks_is_clean(Scanner scanner) throws IOException {
        var result = scanner.clamd().scan(file(new byte[10 * Clamd.CHUNK_BYTES + 7]));
        assertThat(result.state()).isEqualTo(ScanState.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("scanners")
    void a_virus_is_found_and_named(Scanner scanner) throws IOException {
        var result = scanner.clamd().scan(file(Eicar.text().getBytes(StandardCharsets.US_ASCII)));
        assertThat(result.state()).isEqualTo(ScanState.INFECTED);
        assertThat(result.said()).startsWith("Eicar-Test");
    }

    @ParameterizedTest
    @MethodSource("scanners")
    void a_file_too_large_for_the_scanner_is_an_error_and_not_clean(Scanner scanner) throws IOException {
        var result = scanner.clamd().scan(file(new byte[4 * LENGTH_MAX]));
        assertThat(result.state()).isEqualTo(ScanState.ERROR);
        assertThat(result.said()).contains("size limit exceeded");
    }

    @Test
    void a_scanner_that_does_not_answer_is_given_up() throws IOException {
        try (FakeClamd silent = new FakeClamd(LENGTH_MAX).behaving(Manners.SILENT)) {
            Path file = file(new byte[10]);
            assertThatThrownBy(
                            () -> clamd(silent.port(), Duration.ofMillis(200)).scan(file))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_scanner_that_hangs_up_or_is_not_there_is_told_apart_from_clean() throws IOException {
        Path file = file(new byte[10]);
        try (FakeClamd rude = new FakeClamd(LENGTH_MAX).behaving(Manners.RUDE)) {
            assertThatThrownBy(() -> clamd(rude.port(), Duration.ofSeconds(5)).scan(file))
                    .isInstanceOf(IOException.class);
        }
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThatThrownBy(() -> clamd(nobody, Duration.ofSeconds(5)).scan(file))
                .isInstanceOf(IOException.class);
    }

    @Test
    void without_a_host_there_is_no_scanner() {
        assertThat(new Clamd("", 3310, Duration.ofSeconds(1)).isConfigured()).isFalse();
    }

    static Clamd clamd(int port, Duration timeout) {
        return new Clamd("127.0.0.1", port, timeout);
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "scanned", null), bytes);
    }
}
