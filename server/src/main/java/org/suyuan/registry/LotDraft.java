package org.suyuan.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * The form with which a lot is registered or changed, as handed in and not yet believed.
 *
 * @param bestBefore reckoned from production date and shelf life when absent
 * @param siteId where it was made
 */
public record LotDraft(
        @Nullable String productId,
        @Nullable String lotNumber,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore,
        @Nullable Amount quantity,
        @Nullable String siteId) {

    static final int LOT_NUMBER_LENGTH_MAX = 64;

    /** Everything wrong that can be told without looking anything up. */
    public Faults faults() {
        Faults faults = new Faults();
        faults.requireId("/productId", productId);
        faults.requireText("/lotNumber", lotNumber);
        faults.checkText("/lotNumber", lotNumber, LOT_NUMBER_LENGTH_MAX);
        if (productionDate != null && bestBefore != null && bestBefore.isBefore(productionDate)) {
            faults.add(
                    "/bestBefore",
                    bestBefore.toString(),
                    "order",
                    "expected: not before productionDate " + productionDate);
        }
        faults.checkAmount("/quantity", quantity);
        faults.checkId("/siteId", siteId);
        return faults;
    }
}
