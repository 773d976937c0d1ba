package org.suyuan.codes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every verification without making anybody wait for a disk: an answer puts its record into a bounded queue, and
 * one thread writes the queue in bulk. What is queued is merged with what is stored, so the next answer about the same
 * unit counts it already. When the queue is full the request writes it out itself: slower, never lossy. A crash loses
 * the records of the last {@link #GATHERING} and of the transaction then under way; a shutdown loses none.
 */
@Component
class VerificationRecorder implements SmartLifecycle {
    static final int QUEUE_MAX = 20_000;
    /** Records of one transaction. */
    static final int BULK_MAX = 2_000;
    /** The writer lets records gather this long; also the time a crash may cost, beside the running transaction's. */
    static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int STRIPES = 1_024;
    private static final Logger log = LoggerFactory.getLogger(VerificationRecorder.class);

    private final VerificationLog verifications;
    private final Signals signals;
    private final SignalDetector detector;
    private final VerificationRules rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    private final ArrayBlockingQueue<VerificationRecord> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Map<String, Unwritten> unwritten = new ConcurrentHashMap<>();
    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    private final ReentrantLock writing = new ReentrantLock();
    /** The bulk being written; kept when its transaction failed. Guarded by {@link #writing}. */
    private List<VerificationRecord> bulk = List.of();

    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread writer;

    VerificationRecorder(
            VerificationLog verifications,
            Signals signals,
            SignalDetector detector,
            VerificationRules rules,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.verifications = verifications;
        this.signals = signals;
        this.detector = detector;
        this.rules = rules;
        this.transaction = new TransactionTemplate(transactions);
        // A request that writes the queue out may be in a transaction of its own, which must not undo other records.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** What is known of a unit's checks, those not yet written included. */
    UnitChecks checks(String unit) {
        ReentrantLock stripe = stripe(unit);
        stripe.lock();
        try {
            return current(unit);
        } finally {
            stripe.unlock();
        }
    }

    /** Keeps a verification; answers the unit's checks with this one counted, unless it repeats one. */
    UnitChecks record(VerificationRecord verification) {
        return record(verification, _ -> verification);
    }

    /**
     * The same for a verification whose answer depends on the count.
     *
     * @param check who checked what and when
     * @param answered the verification with its answer, given the unit's checks with this one counted
     */
    UnitChecks record(VerificationRecord check, Function<UnitChecks, VerificationRecord> answered) {
        UnitChecks after = count(check);
        try {
            VerificationRecord verification = answered.apply(after);
            while (!queue.offer(verification)) {
                write();
            }
        } catch (RuntimeException e) {
            settle(List.of(check));
            throw e;
        }
        arrivals.release();
        return after;
    }

    /** Writes what is queued, at most one bulk; waits while somebody else does. */
    void write() {
        writing.lock();
        try {
            if (bulk.isEmpty()) {
                bulk = new ArrayList<>(BULK_MAX);
                queue.drainTo(bulk, BULK_MAX);
            }
            List<Observation> seen = detector.takeGuesses();
            if (bulk.isEmpty() && seen.isEmpty()) {
                return;
            }
            try {
                transaction.executeWithoutResult(_ -> write(bulk, seen));
            } catch (RuntimeException e) {
                detector.giveBack(seen);
                throw e;
            }
            settle(bulk);
            bulk = List.of();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Lifts the suspicion of a unit's checks until a moment, in the caller's transaction; what is not yet written follows
     * once that is committed.
     */
    void foundHarmless(String unit, Instant until) {
        UnitChecks checks = verifications.lockChecks(List.of(unit)).get(unit);
        if (checks != null) {
            verifications.saveChecks(Map.of(unit, checks.foundHarmless(until)));
        }
        AfterCommit.run(() -> {
            ReentrantLock stripe = stripe(unit);
            stripe.lock();
            try {
                unwritten.computeIfPresent(
                        unit, (_, old) -> new Unwritten(old.checks().foundHarmless(until), old.records()));
            } finally {
                stripe.unlock();
            }
        });
    }

    private UnitChecks count(VerificationRecord verification) {
        String unit = verification.unit();
        if (unit == null) {
            return UnitChecks.NONE.with(verification, thresholds(verification));
        }
        ReentrantLock stripe = stripe(unit);
        stripe.lock();
        try {
            Thresholds thresholds = thresholds(verification);
            UnitChecks before = current(unit);
            UnitChecks after = before.with(verification, thresholds);
            unwritten.compute(unit, (_, old) -> new Unwritten(after, old == null ? 1 : old.records() + 1));
            return before.toldTo(verification, after, thresholds);
        } finally {
            stripe.unlock();
        }
    }

    /** Under the unit's stripe: an entry disappears only after its records are committed, so the store has them then. */
    private UnitChecks current(String unit) {
        Unwritten waiting = unwritten.get(unit);
        return waiting != null ? waiting.checks() : verifications.checks(unit);
    }

    private void write(List<VerificationRecord> records, List<Observation> guesses) {
        Map<String, List<VerificationRecord>> byUnit = new LinkedHashMap<>();
        for (VerificationRecord record : records) {
            if (record.unit() != null) {
                byUnit.computeIfAbsent(record.unit(), _ -> new ArrayList<>()).add(record);
            }
        }
        Map<String, UnitChecks> before = verifications.lockChecks(byUnit.keySet());
        Map<String, UnitChecks> after = new HashMap<>();
        byUnit.forEach((unit, checks) -> {
            UnitChecks state = before.getOrDefault(unit, UnitChecks.NONE);
            for (VerificationRecord check : checks) {
                state = state.with(check, thresholds(check));
            }
            after.put(unit, state);
        });
        verifications.append(records);
        verifications.saveChecks(after);
        List<Observation> observations = new ArrayList<>(guesses);
        observations.addAll(detector.observe(records, before, after));
        signals.raise(observations).forEach(events::publishEvent);
    }

    private void settle(List<VerificationRecord> written) {
        for (VerificationRecord record : written) {
            String unit = record.unit();
            if (unit != null) {
                unwritten.computeIfPresent(
                        unit, (_, old) -> old.records() > 1 ? new Unwritten(old.checks(), old.records() - 1) : null);
            }
        }
    }

    private Thresholds thresholds(VerificationRecord verification) {
        return rules.on(LocalDate.ofInstant(verification.at(), ZoneId.of("Asia/Shanghai")));
    }

    private ReentrantLock stripe(String unit) {
        return stripes[Math.floorMod(unit.hashCode(), STRIPES)];
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("verification-writer").start(this::writeUntilStopped);
    }

    private void writeUntilStopped() {
        boolean failed = false;
        while (running) {
            try {
                gather(failed);
                do {
                    write();
                } while (!queue.isEmpty());
                failed = false;
            } catch (InterruptedException e) {
                return; // nobody interrupts it but a dying process; stop() writes what is left
            } catch (RuntimeException e) {
                log.warn("Verifications cannot be written now, {} are waiting: {}", queue.size(), e.getMessage());
                failed = true;
            }
        }
    }

    private void gather(boolean failed) throws InterruptedException {
        if (failed) {
            Thread.sleep(RETRY);
        } else if (arrivals.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(GATHERING);
        }
        arrivals.drainPermits();
    }

    /** Writes all that is queued. The web server has stopped before, so nothing is added any more. */
    @Override
    public void stop() {
        running = false;
        Thread thread = writer;
        if (thread != null) {
            arrivals.release();
            join(thread);
        }
        try {
            while (!queue.isEmpty() || !bulk.isEmpty()) {
                write();
            }
        } catch (RuntimeException e) {
            log.error("{} verifications could not be written before the end", queue.size() + bulk.size(), e);
        }
    }

    /** After the web server in stopping, before it in starting. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** @param records how many of those told in {@code checks} are not committed yet */
    private record Unwritten(UnitChecks checks, int records) {}
}
