package org.suyuan.trace.store;

import org.suyuan.trace.IntervalSet;
import org.suyuan.trace.Series;
import org.suyuan.trace.Units;

/**
 * Units as parallel arrays for a statement.
 *
 * @param keys of the series
 * @param numbers for each interval the place of its series among the keys, from 1
 * @param firsts first position of each interval
 * @param pasts the position after its last
 */
record Probes(String[] keys, int[] numbers, long[] firsts, long[] pasts) {
    static Probes of(Units units) {
        int intervals = units.intervalCount();
        String[] keys = new String[units.bySeries().size()];
        int[] numbers = new int[intervals];
        long[] firsts = new long[intervals];
        long[] pasts = new long[intervals];
        int key = 0;
        int n = 0;
        for (var entry : units.bySeries().entrySet()) {
            Series series = entry.getKey();
            keys[key++] = series.key();
            for (IntervalSet.Interval interval : entry.getValue().intervals()) {
                numbers[n] = key;
                firsts[n] = interval.from();
                pasts[n] = interval.to();
                n++;
            }
        }
        return new Probes(keys, numbers, firsts, pasts);
    }
}
