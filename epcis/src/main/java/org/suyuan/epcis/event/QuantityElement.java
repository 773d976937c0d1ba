package org.suyuan.epcis.event;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a class of things (EPCIS 2.0 §7.3.3.3).
 *
 * @param epcClass the class or lot
 * @param quantity how much; absent means the amount is unknown, and then there is no unit either
 * @param uom UN/CEFACT Recommendation 20 unit code; absent means pieces
 */
public record QuantityElement(
        String epcClass,
        @Nullable BigDecimal quantity,
        @Nullable String uom) {

    /** More digits than any measurement has; a bound, because {@code 1e999999999} would fill the memory when printed. */
    public static final int NUMBER_DIGITS_MAX = 64;

    private static final String CLAUSE = "EPCIS 2.0 §7.3.3.3";
    private static final Pattern UOM = Pattern.compile("[A-Z0-9]{2,3}");

    public QuantityElement {
        EpcisUri.require("epcClass", epcClass, CLAUSE);
        if (quantity != null) {
            requireReasonable("quantity", quantity);
            if (quantity.signum() < 0) {
                throw new InvalidEventException("quantity", quantity.toString(), ">= 0", CLAUSE);
            }
        }
        if (uom != null && !UOM.matcher(uom).matches()) {
            throw new InvalidEventException("uom", uom, "a UN/CEFACT unit code of 2 or 3 characters A-Z 0-9", CLAUSE);
        }
        if (uom != null && quantity == null) {
            throw new InvalidEventException("uom", uom, "no unit where there is no quantity", CLAUSE);
        }
    }

    static void requireReasonable(String field, BigDecimal number) {
        if (number.precision() > NUMBER_DIGITS_MAX || Math.abs((long) number.scale()) > NUMBER_DIGITS_MAX) {
            throw new InvalidEventException(
                    field, number.toString(), "at most " + NUMBER_DIGITS_MAX + " digits", "limit of this reader");
        }
    }
}
