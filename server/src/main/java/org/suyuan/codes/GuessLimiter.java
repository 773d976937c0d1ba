package org.suyuan.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many wrong codes a source may still try (standards a8): a bucket of tokens that a wrong code empties and time
 * fills. Right codes cost nothing, so a shop that checks its shelf is never stopped.
 */
@Component
class GuessLimiter {
    private static final int SHARDS = 16;
    /** Sources remembered; the one longest unseen is forgotten first, and starts with a full bucket again. */
    static final int SOURCES_MAX = 100_000;

    private final Shard[] shards = new Shard[SHARDS];

    GuessLimiter() {
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new Shard();
        }
    }

    /** How long a source has to wait before it may ask again; empty when it may ask now. */
    Optional<Duration> wait(String origin, Instant now, Thresholds thresholds) {
        Shard shard = shard(origin);
        synchronized (shard) {
            Bucket bucket = shard.get(origin);
            if (bucket == null) {
                return Optional.empty();
            }
            double tokens = bucket.tokensAt(now, thresholds);
            if (tokens >= 1) {
                return Optional.empty();
            }
            double hours = (1 - tokens) / thresholds.failedPerHour();
            return Optional.of(Duration.ofMillis((long) Math.ceil(hours * 3_600_000)));
        }
    }

    /** A source named a code that is none. */
    void failed(String origin, Instant now, Thresholds thresholds) {
        Shard shard = shard(origin);
        synchronized (shard) {
            Bucket bucket = shard.get(origin);
            double tokens = bucket == null ? thresholds.failedBurst() : bucket.tokensAt(now, thresholds);
            shard.put(origin, new Bucket(Math.max(0, tokens - 1), now));
        }
    }

    private Shard shard(String origin) {
        return shards[Math.floorMod(origin.hashCode(), SHARDS)];
    }

    private record Bucket(double tokens, Instant at) {
        double tokensAt(Instant now, Thresholds thresholds) {
            double hours = Math.max(0, Duration.between(at, now).toMillis()) / 3_600_000.0;
            return Math.min(thresholds.failedBurst(), tokens + hours * thresholds.failedPerHour());
        }
    }

    private static final class Shard extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1;

        Shard() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > SOURCES_MAX / SHARDS;
        }
    }
}
