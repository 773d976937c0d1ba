package org.suyuan.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity.
 *
 * @param value not negative
 * @param unit UN/CEFACT Recommendation 20 code, for example {@code KGM}; null counts pieces (EPCIS 2.0 §7.3.3.3)
 */
public record Amount(BigDecimal value, @Nullable String unit) {
    public Amount {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("value: " + value + " (expected: >= 0)");
        }
    }
}
