package org.suyuan.tlog;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/**
 * The tree as it was at some size, read from complete nodes. Since those never change, every past size stays
 * provable.
 *
 * <p>Each answer reads O(log size) nodes.
 */
public record TreeView(NodeSource nodes, long size) {

    public TreeView {
        if (size < 0 || size > Limits.TREE_SIZE_MAX) {
            throw new IllegalArgumentException("size: %d (expected: 0..%d)".formatted(size, Limits.TREE_SIZE_MAX));
        }
    }

    public TreeHead head() {
        return range().head();
    }

    /** The range to go on appending from, for instance after a restart. */
    public CompactRange range() {
        List<Hash> peaks = new ArrayList<>(Long.bitCount(size));
        for (long start = 0; start < size; ) {
            long length = Long.highestOneBit(size - start);
            peaks.add(nodes.get(NodeId.covering(start, length)));
            start += length;
        }
        return new CompactRange(size, peaks);
    }

    /**
     * Proof that a leaf is in this tree: PATH(m, D[n]) of RFC 6962 §2.1.1.
     *
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public InclusionProof inclusionProof(long leafIndex) {
        if (leafIndex < 0 || leafIndex >= size) {
            throw new IllegalArgumentException("leafIndex: %d (expected: 0..%d)".formatted(leafIndex, size - 1));
        }
        LinkedList<Hash> path = new LinkedList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + leftLength(to - from);
            if (leafIndex < middle) {
                path.addFirst(rootOf(middle, to));
                to = middle;
            } else {
                path.addFirst(rootOf(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(leafIndex, path);
    }

    /**
     * Proof that this tree continues the one of an earlier size: PROOF(m, D[n]) of RFC 6962 §2.1.2.
     *
     * @throws IllegalArgumentException if the earlier size is zero (every tree continues the empty one, so nothing
     *     would be proven) or above this size
     */
    public ConsistencyProof consistencyProof(long earlierSize) {
        if (earlierSize < 1 || earlierSize > size) {
            throw new IllegalArgumentException("earlierSize: %d (expected: 1..%d)".formatted(earlierSize, size));
        }
        LinkedList<Hash> path = new LinkedList<>();
        long from = 0;
        long to = size;
        while (to != earlierSize) {
            long middle = from + leftLength(to - from);
            if (earlierSize <= middle) {
                path.addFirst(rootOf(middle, to));
                to = middle;
            } else {
                path.addFirst(rootOf(from, middle));
                from = middle;
            }
        }
        // From leaf 0 the subtree is the whole earlier tree, whose root the verifier already holds.
        if (from > 0) {
            path.addFirst(rootOf(from, to));
        }
        return new ConsistencyProof(path);
    }

    /** MTH(D[from:to]) for a range that occurs in an RFC 6962 tree: a complete node, or the ragged right edge. */
    private Hash rootOf(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            return nodes.get(NodeId.covering(from, length));
        }
        long middle = from + leftLength(length);
        return Hash.ofNode(rootOf(from, middle), rootOf(middle, to));
    }

    /** The largest power of two smaller than the length: where RFC 6962 splits a list of leaves. */
    private static long leftLength(long length) {
        return Long.highestOneBit(length - 1);
    }
}
