package org.suyuan.registry;

import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.OperatorId;

/**
 * Which products; null parts do not narrow.
 *
 * @param name part of the Chinese or English name
 * @param gtin of the item or of one of its packages
 * @param category that code or any below it
 */
public record ProductFilter(
        @Nullable String name,
        @Nullable OperatorId operator,
        @Nullable Gtin gtin,
        @Nullable String category,
        @Nullable ProductStatus status,
        ListOrder order) {
    public static final ProductFilter ALL = new ProductFilter(null, null, null, null, null, ListOrder.NEWEST);
}
