package org.suyuan.codes;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * A signal as officers see it.
 *
 * @param subject see {@link CounterfeitSignal#subject}
 * @param status whether and how it was judged
 * @param count how often it was seen
 * @param evidence of the latest sighting, by kind
 */
public record Signal(
        SignalId id,
        SignalKind kind,
        String subject,
        SignalStatus status,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        Map<String, Object> evidence,
        @Nullable ProductId product,
        @Nullable OperatorId operator,
        String regionPath) {
    public boolean open() {
        return status == SignalStatus.OPEN;
    }

    /** Grows with every sighting and with the decision: what an officer decides on is what he has seen. */
    public long revision() {
        return count + (open() ? 0 : 1);
    }
}
