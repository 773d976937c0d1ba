package org.suyuan.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.Amount;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * A product: what all items and lots of one GTIN, or of one own code of one operator, have in common (R0.50).
 *
 * @param operator who answers for it: producer, brand owner or importer
 * @param operatorName Chinese name of the operator, for showing
 * @param specification as on the label, for example {@code 180 g × 12}
 * @param packagings from the inside out
 */
public record Product(
        ProductId id,
        OperatorId operator,
        String operatorName,
        String regionPath,
        @Nullable Gtin gtin,
        @Nullable String ownCode,
        String nameZh,
        @Nullable String nameEn,
        String category,
        @Nullable String specification,
        @Nullable Amount netContent,
        @Nullable ShelfLife shelfLife,
        @Nullable String storage,
        @Nullable String brand,
        @Nullable String origin,
        List<Packaging> packagings,
        ProductStatus status,
        long version) {
    public Product {
        packagings = List.copyOf(packagings);
    }
}
