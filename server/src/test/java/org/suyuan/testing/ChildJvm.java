package org.suyuan.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own on this test's class path, which a test may kill. */
public final class ChildJvm implements AutoCloseable {

    private static final int END_SECONDS_MAX = 90;

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static ChildJvm running(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Returns when the process has printed a line that contains the text; fails when it ends without. */
    public ChildJvm until(String text) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(text)) {
                return this;
            }
        }
        throw new AssertionError("never said '" + text + "' but:\n" + said());
    }

    /** The last line read so far, which {@link #until} waited for. */
    public String lastLine() {
        return said.getLast();
    }

    /** Everything it printed until it ended. */
    public String said() throws IOException {
        output.lines().forEach(said::add);
        return String.join("\n", said);
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** As {@link #kill()}, and first the shell that would have stopped the server: the worst kind of crash. */
    public void killWithSupervisor() throws InterruptedException {
        var children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        exitCode();
    }

    /** What a service manager does. Not {@code Process.destroy}, which would also close the output we read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + process.pid() + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
