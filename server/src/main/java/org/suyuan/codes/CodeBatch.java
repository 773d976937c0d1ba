package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * Codes issued together: the positions {@code from … from + quantity - 1} of one series. The codes themselves are
 * computed when they are asked for, so a batch costs the same whether it holds ten of them or a thousand million.
 *
 * @param series the class and key version that the positions belong to
 * @param lot batch or lot number (AI 10) that the codes are meant for; the binding fact is the commissioning event
 * @param note for the issuer's own use
 */
public record CodeBatch(
        BatchId id,
        SeriesKey series,
        CodeKind kind,
        long from,
        long quantity,
        ProductId product,
        OperatorId operator,
        @Nullable String lot,
        @Nullable String note,
        ActorId createdBy,
        String createdByName,
        Instant createdAt) {
    /** What one order may ask for: more than any plant prints in a year. */
    public static final long QUANTITY_MAX = 10_000_000_000L;

    public CodeBatch {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException("quantity: " + quantity + " (expected: 1 … " + QUANTITY_MAX + ")");
        }
        if (from < 0 || from + quantity > kind.capacity()) {
            throw new IllegalArgumentException(
                    "from: " + from + " (expected: 0 … " + (kind.capacity() - quantity) + ")");
        }
    }
}
