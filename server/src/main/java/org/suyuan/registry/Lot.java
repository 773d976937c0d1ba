package org.suyuan.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.Amount;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;

/**
 * A lot 批次 of one product.
 *
 * @param operator the product's
 * @param productName Chinese name of the product, for showing
 * @param gtin of the product, null when it has an own code only
 * @param bestBefore as declared, else production date and shelf life
 */
public record Lot(
        LotId id,
        ProductId product,
        String productName,
        @Nullable Gtin gtin,
        OperatorId operator,
        String lotNumber,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore,
        @Nullable Amount quantity,
        @Nullable SiteId site,
        String regionPath,
        long version) {}
