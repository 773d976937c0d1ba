package org.suyuan.benchmarks;

import java.util.Arrays;

/** What is told of many measurements. */
final class Figures {
    private Figures() {}

    /** One slow round (a checkpoint, a neighbour) does not move it, which it would an average. */
    static double median(double... values) {
        return quantile(0.5, values);
    }

    /** The smallest value that is not below this part of all. */
    static double quantile(double part, double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: none (expected: at least one)");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }

    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
