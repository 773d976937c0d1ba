package org.suyuan.deadlines.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.suyuan.deadlines.Escalation;

/**
 * Looks every few seconds whether rungs have come. Every instance does; rows in the database decide who tells which. What a
 * failed round left is told by the next.
 */
@Component
class RungRounds implements SmartLifecycle {
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(RungRounds.class);

    private final Escalation escalation;
    private volatile @Nullable ScheduledExecutorService rounds;

    RungRounds(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("deadline-rungs").daemon().factory());
        started.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try {
            int told = 0;
            int last;
            do {
                last = escalation.tell();
                told += last;
            } while (last == Escalation.BATCH);
            if (told > 0) {
                log.info("Told {} steps of escalation", told);
            }
        } catch (RuntimeException e) {
            log.warn("Telling rungs failed; the next round goes on with it", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
