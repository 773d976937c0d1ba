package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/** Which batches a list wants; null does not restrict. {@code before} is exclusive. */
public record BatchFilter(
        @Nullable ProductId product,
        @Nullable OperatorId operator,
        @Nullable Instant from,
        @Nullable Instant before) {
    public static final BatchFilter ALL = new BatchFilter(null, null, null, null);
}
