package org.suyuan.codes;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.ProductId;

/**
 * Something seen that makes or strengthens a {@link Signal}.
 *
 * @param subject see {@link CounterfeitSignal#subject}
 * @param region where, if known
 * @param at when last
 * @param times how often
 * @param evidence for officers; {@code codes}, where present, is a list of texts
 */
public record Observation(
        SignalKind kind,
        String subject,
        @Nullable ProductId product,
        @Nullable RegionCode region,
        Instant at,
        long times,
        Map<String, Object> evidence) {

    /** Both in one: the later tells where and when, examples are put together. */
    Observation and(Observation other) {
        Observation later = other.at.isBefore(at) ? this : other;
        Map<String, Object> both = new HashMap<>(later.evidence);
        if (evidence.containsKey("codes") && other.evidence.containsKey("codes")) {
            both.put("codes", SignalDetector.examples(evidence.get("codes"), other.evidence.get("codes")));
        }
        return new Observation(kind, subject, product, later.region, later.at, times + other.times, both);
    }
}
