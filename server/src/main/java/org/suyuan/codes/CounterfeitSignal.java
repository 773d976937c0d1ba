package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * Module event: something looks counterfeit, for the first time since the last such signal was closed (R1.5, R1.7).
 * Published in the transaction that writes the signal.
 *
 * @param subject canonical URI of the unit, GTIN or resource number, or pseudonym of the source, by kind
 * @param region where it was seen, if known
 */
public record CounterfeitSignal(
        SignalId id,
        SignalKind kind,
        String subject,
        @Nullable ProductId product,
        @Nullable OperatorId operator,
        @Nullable RegionCode region,
        Instant seenAt) {}
