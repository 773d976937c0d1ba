package org.suyuan.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Two ways of asking a server many things at once: as fast as it answers, and at a pace of our own. */
final class Load implements AutoCloseable {
    private static final int OK = 200;

    private final List<Wire> wires = new ArrayList<>();

    Load(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            wires.add(new Wire(port));
        }
    }

    /** Answers a second when every connection asks again as soon as it has its answer. */
    double closedLoop(Supplier<byte[]> requests, int seconds) throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        Clients.share(wires, wires, (wire, _) -> {
            long own = 0;
            for (; System.nanoTime() < end; own++) {
                wire.exchange(requests.get(), OK);
            }
            answers.addAndGet(own);
        });
        return answers.get() / Figures.seconds(begun);
    }

    /**
     * Latencies in milliseconds at a steady pace. Each is counted from when its request was due, whether or not a
     * connection was free then: a server that stalls is charged for all who would have come meanwhile (no coordinated
     * omission).
     */
    double[] openLoop(Supplier<byte[]> requests, int pace, int seconds) throws InterruptedException {
        BlockingQueue<Wire> free = new ArrayBlockingQueue<>(wires.size(), false, wires);
        double[] latencies = new double[pace * seconds];
        CountDownLatch answered = new CountDownLatch(latencies.length);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long begun = System.nanoTime();
        for (int i = 0; i < latencies.length; i++) {
            int number = i;
            long due = begun + i * 1_000_000_000L / pace;
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            Thread.ofVirtual().start(() -> {
                try {
                    Wire wire = free.take();
                    wire.exchange(requests.get(), OK);
                    free.add(wire);
                    latencies[number] = (System.nanoTime() - due) / 1e6;
                } catch (IOException | InterruptedException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    answered.countDown();
                }
            });
        }
        answered.await();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return latencies;
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }
}
