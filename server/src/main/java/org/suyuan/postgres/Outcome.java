package org.suyuan.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a short-lived program said and how it ended.
 *
 * @param exitCode 127 when the program could not be started at all, as a shell has it
 * @param output standard output and standard error together
 */
record Outcome(int exitCode, String output) {

    private static final int NOT_FOUND = 127;

    boolean succeeded() {
        return exitCode == 0;
    }

    /** Runs a program to its end. It must not leave a child that holds its output open. */
    static Outcome of(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Outcome(NOT_FOUND, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while running " + command.getFirst(), e);
        }
    }
}
