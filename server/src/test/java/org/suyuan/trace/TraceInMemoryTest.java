package org.suyuan.trace;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random worlds, every answer compared with the oracle's. {@code -Dsuyuan.worlds=10000} for more,
 * {@code -Dsuyuan.seed=…} replays one world.
 */
class TraceInMemoryTest {
    private static final Instant EVENING = Instant.parse("2026-09-07T23:00:00Z");
    private static final int UNITS_A_WORLD = 6;

    @Test
    void answersAreThoseOfOneRowAnItem() {
        Long replay = Long.getLong("suyuan.seed");
        int worlds = replay != null ? 1 : Integer.getInteger("suyuan.worlds", 300);
        long first = replay != null ? replay : new Random().nextLong(1_000_000_000L);
        System.out.printf("worlds from -Dsuyuan.seed=%d%n", first);
        for (int i = 0; i < worlds; i++) {
            World world = WorldGenerator.world(first + i, i);
            MemoryTraceStore store = new MemoryTraceStore();
            store.append(world.entries());
            new TraceAgreement(world, store, EVENING).check(UNITS_A_WORLD);
            new TraceAgreement(world, store, Instant.parse("2026-09-07T00:15:00Z")).check(2);
        }
    }
}
