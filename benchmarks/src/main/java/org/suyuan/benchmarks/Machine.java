package org.suyuan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param load of the system before we added to it
 */
record Machine(int cores, double load) {
    static Machine now() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String described(Volumes volumes, String postgres) throws IOException, InterruptedException {
        return "%s form, %s, commit %s\n%s, %d cores, load %.1f%s, JDK %s, PostgreSQL %s, %s %s"
                .formatted(
                        volumes.form(),
                        OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS),
                        commit(),
                        processor(),
                        cores,
                        load,
                        load > cores / 2.0 ? " before the start: NOT QUIET" : " before the start",
                        Runtime.version(),
                        postgres,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
                if (model.isPresent()) {
                    return model.get();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    /** With a plus when there are changes that no commit has. */
    private static String commit() throws IOException, InterruptedException {
        String commit = output("git", "rev-parse", "--short", "HEAD");
        String changes = output("git", "status", "--porcelain", "--untracked-files=no");
        return commit.isEmpty() ? "unknown" : commit + (changes.isEmpty() ? "" : "+");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (IOException noGit) {
            return "";
        }
    }
}
