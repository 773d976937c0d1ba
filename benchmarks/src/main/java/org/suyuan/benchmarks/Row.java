package org.suyuan.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param row what was measured, with its volume
 * @param baseline the same work done the other way, in the same unit; null where the target is absolute
 * @param ratio value / baseline, whichever direction is the good one
 * @param target in words; null where the row only informs
 * @param met null where there is no target
 */
record Row(
        String row,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        @Nullable String target,
        @Nullable Boolean met) {

    static Row atLeast(String row, double value, String unit, double baseline, double ratioMin) {
        double ratio = value / baseline;
        return new Row(row, value, unit, baseline, ratio, "ratio >= " + text(ratioMin), ratio >= ratioMin);
    }

    static Row atMost(String row, double value, String unit, double baseline, double ratioMax) {
        double ratio = value / baseline;
        return new Row(row, value, unit, baseline, ratio, "ratio <= " + text(ratioMax), ratio <= ratioMax);
    }

    static Row below(String row, double value, String unit, double limit) {
        return new Row(row, value, unit, null, null, "< " + text(limit) + " " + unit, value < limit);
    }

    /** A figure that explains another and has no target of its own. */
    static Row shown(String row, double value, String unit, double baseline) {
        return new Row(row, value, unit, baseline, value / baseline, null, null);
    }

    static Row shown(String row, double value, String unit) {
        return new Row(row, value, unit, null, null, null, null);
    }

    /** Three significant digits: more would claim what a shared machine cannot give. */
    static String text(double number) {
        return Math.abs(number) >= 100
                ? String.format(Locale.ROOT, "%,.0f", number)
                : BigDecimal.valueOf(number)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
