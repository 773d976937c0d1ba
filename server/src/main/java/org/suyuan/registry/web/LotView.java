package org.suyuan.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * A lot as the API shows it.
 *
 * @param allowedActions only in details
 */
record LotView(
        String id,
        String productId,
        String productName,
        @Nullable String gtin,
        String operatorId,
        String lotNumber,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore,
        @Nullable Amount quantity,
        @Nullable String siteId,
        long version,
        @Nullable List<AllowedAction> allowedActions) {}
