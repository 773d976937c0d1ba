package org.suyuan.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.ProductStatus;
import org.suyuan.registry.ShelfLife;
import org.suyuan.shared.Amount;
import org.suyuan.shared.CodedName;

/**
 * A product as the API shows it.
 *
 * @param gtin 14 digits
 * @param packagings from the inside out
 * @param allowedActions only in details
 */
record ProductView(
        String id,
        String operatorId,
        String operatorName,
        @Nullable String gtin,
        @Nullable String ownCode,
        String name,
        String nameZh,
        @Nullable String nameEn,
        CodedName category,
        @Nullable String specification,
        @Nullable Amount netContent,
        @Nullable ShelfLife shelfLife,
        @Nullable CodedName storage,
        @Nullable String brand,
        @Nullable String origin,
        List<PackagingView> packagings,
        ProductStatus status,
        String statusLabel,
        long version,
        @Nullable List<AllowedAction> allowedActions) {

    record PackagingView(String gtin, int level, long pieces) {}
}
