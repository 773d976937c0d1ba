package org.suyuan.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells how far the loading is: stage, share, items a second. */
final class Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final PrintStream out;
    private final long started = System.nanoTime();
    private String stage = "";
    private String noun = "";
    private long total;
    private long done;
    private long stageStarted = started;
    private long lastLine = started;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** @param total 0 when nobody knows */
    synchronized void begin(String newStage, String newNoun, long newTotal) {
        stage = newStage;
        noun = newNoun;
        total = newTotal;
        done = 0;
        stageStarted = System.nanoTime();
        lastLine = stageStarted;
    }

    synchronized void done(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - lastLine > BETWEEN_LINES.toNanos()) {
            lastLine = now;
            line(now);
        }
    }

    synchronized void end() {
        line(System.nanoTime());
    }

    private void line(long now) {
        double seconds = Math.max(0.001, (now - stageStarted) / 1e9);
        String share = total == 0 ? "     " : "%3d %%".formatted(Math.round(100.0 * done / total));
        out.printf(
                Locale.ROOT,
                "  %-28s %s  %,d %s, %,.0f/s, %.1f s%n",
                stage,
                share,
                done,
                noun,
                done / seconds,
                seconds);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
