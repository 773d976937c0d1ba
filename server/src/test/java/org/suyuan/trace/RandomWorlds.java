package org.suyuan.trace;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Which random worlds a test runs. {@code -Dsuyuan.worlds=10000} for more, {@code -Dsuyuan.seed=…} replays from that seed
 * (with {@code -Dsuyuan.worlds=1}: only that world).
 */
public final class RandomWorlds {
    private static final Instant MORNING = Instant.parse("2026-09-07T00:15:00Z");
    private static final Instant EVENING = Instant.parse("2026-09-07T23:00:00Z");

    private RandomWorlds() {}

    /** Consecutive seeds; the first is printed. */
    public static List<Long> seeds(int byDefault) {
        int worlds = Integer.getInteger("suyuan.worlds", byDefault);
        Long replay = Long.getLong("suyuan.seed");
        long first = replay != null ? replay : new Random().nextLong(1_000_000_000L);
        System.out.printf("%d random worlds, -Dsuyuan.seed=%d%n", worlds, first);
        return LongStream.range(first, first + worlds).boxed().toList();
    }

    /** The statements of the world at a place of a shared store. */
    public static List<Statement> statements(long seed, int place) {
        return WorldGenerator.world(seed, place).statements();
    }

    /** Compares the store's answers about the world with the oracle's, for some units, at the end or in the middle of it. */
    public static void check(long seed, int place, TraceStore store, int units) {
        Instant at = seed % 4 == 0 ? MORNING : EVENING;
        new TraceAgreement(WorldGenerator.world(seed, place), store, at).check(units);
    }
}
