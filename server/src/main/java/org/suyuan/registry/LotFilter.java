package org.suyuan.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * Which lots; null parts do not narrow.
 *
 * @param lotNumber exact
 * @param producedFrom first production date
 * @param producedTo last production date
 */
public record LotFilter(
        @Nullable ProductId product,
        @Nullable OperatorId operator,
        @Nullable String lotNumber,
        @Nullable LocalDate producedFrom,
        @Nullable LocalDate producedTo,
        ListOrder order) {
    public static final LotFilter ALL = new LotFilter(null, null, null, null, null, ListOrder.NEWEST);
}
