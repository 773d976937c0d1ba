package org.suyuan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some clients that do a pile of work together. */
final class Clients {
    private Clients() {}

    /** What one client does with one piece, over a connection of its own. */
    interface Work<C, T> {
        void on(C connection, T piece) throws Exception;
    }

    /** Seconds until all pieces are done. The first failure is thrown. */
    static <C, T> double share(List<T> pieces, List<C> connections, Work<C, T> work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            List<Future<?>> clients = new ArrayList<>();
            for (C connection : connections) {
                clients.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
                        work.on(connection, pieces.get(i));
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
            return Figures.seconds(begun);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
