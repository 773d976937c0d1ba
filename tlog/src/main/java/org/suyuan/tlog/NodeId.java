package org.suyuan.tlog;

/**
 * The place of a complete node, which never changes once written: it covers the 2^level leaves that start at leaf
 * {@code index} · 2^level.
 */
public record NodeId(int level, long index) {

    private static final int LEVEL_MAX = Long.numberOfTrailingZeros(Limits.TREE_SIZE_MAX);

    public NodeId {
        if (level < 0 || level > LEVEL_MAX) {
            throw new IllegalArgumentException("level: %d (expected: 0..%d)".formatted(level, LEVEL_MAX));
        }
        if (index < 0 || index >= Limits.TREE_SIZE_MAX >> level) {
            throw new IllegalArgumentException("index: %d (expected: 0..%d at level %d)"
                    .formatted(index, (Limits.TREE_SIZE_MAX >> level) - 1, level));
        }
    }

    /**
     * The complete node over the {@code length} leaves from {@code start}; the length is a power of two that
     * divides start.
     */
    static NodeId covering(long start, long length) {
        int level = Long.numberOfTrailingZeros(length);
        return new NodeId(level, start >> level);
    }
}
