package org.suyuan.trace;

/** One unit: a position of a series. */
public record Unit(Series series, long position) implements Comparable<Unit> {
    public Units alone() {
        return Units.of(series, IntervalSet.of(position));
    }

    @Override
    public int compareTo(Unit other) {
        int bySeries = series.compareTo(other.series);
        return bySeries != 0 ? bySeries : Long.compare(position, other.position);
    }

    @Override
    public String toString() {
        return series + "#" + position;
    }
}
