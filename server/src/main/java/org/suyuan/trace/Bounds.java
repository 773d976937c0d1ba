package org.suyuan.trace;

/**
 * What one trace may cost. Beyond any of these the answer is cut and says {@code truncated}.
 *
 * @param touches most touches or parts one read of the store returns
 * @param events most events in a trace, those that only pack and unpack apart
 * @param nodes most groups of units in a graph
 * @param rounds most transformations between the start and the farthest unit
 * @param depth most packages around one another
 */
public record Bounds(int touches, int events, int nodes, int rounds, int depth) {
    /** For a person in front of a page. */
    public static final Bounds INTERACTIVE = new Bounds(100_000, 2_000, 1_000, 64, 16);

    /** For the scope of a recall: a million items in tens of thousands of packages. */
    public static final Bounds RECALL = new Bounds(2_000_000, 500_000, 100_000, 256, 16);
}
