package org.suyuan.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What an appending log has to remember: its size and the roots ("peaks") of the complete subtrees it consists of,
 * largest first, one for each bit set in the size. At most 62 hashes, whatever the number of leaves.
 *
 * <p>Immutable on purpose: a writer appends, stores the nodes, and adopts the new range only after its transaction
 * has committed. Where it rolls back, the old range is still true.
 */
public record CompactRange(long size, List<Hash> peaks) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        if (size < 0 || size > Limits.TREE_SIZE_MAX) {
            throw new IllegalArgumentException("size: %d (expected: 0..%d)".formatted(size, Limits.TREE_SIZE_MAX));
        }
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("peaks: %d (expected: %d, the bits set in size %d)"
                    .formatted(peaks.size(), Long.bitCount(size), size));
        }
        peaks = List.copyOf(peaks);
    }

    /**
     * This range with leaves added at the end. Every node that becomes complete, leaves included, goes to the sink,
     * children before parents.
     */
    public CompactRange append(List<Hash> leaves, NodeSink sink) {
        if (leaves.size() > Limits.TREE_SIZE_MAX - size) {
            throw new IllegalArgumentException(
                    "size: %d + %d leaves (expected: <= %d)".formatted(size, leaves.size(), Limits.TREE_SIZE_MAX));
        }
        List<Hash> grown = new ArrayList<>(peaks);
        long next = size;
        for (Hash leaf : leaves) {
            grown.add(completeNodesAt(next++, leaf, grown, sink));
        }
        return new CompactRange(next, grown);
    }

    public TreeHead head() {
        return new TreeHead(size, root());
    }

    /** The Merkle tree hash of all leaves so far: peaks joined from the small end, as RFC 6962 §2.1 nests them. */
    private Hash root() {
        if (size == 0) {
            return Hash.EMPTY_TREE;
        }
        Hash root = peaks.getLast();
        for (Hash peak : peaks.reversed().subList(1, peaks.size())) {
            root = Hash.ofNode(peak, root);
        }
        return root;
    }

    /**
     * Climbs from a new leaf while it is a right child, taking the left sibling off the peaks; returns the new last
     * peak.
     */
    private static Hash completeNodesAt(long leafIndex, Hash leaf, List<Hash> peaks, NodeSink sink) {
        Hash node = leaf;
        int level = 0;
        sink.put(new NodeId(level, leafIndex), node);
        for (long index = leafIndex; (index & 1) == 1; index >>= 1) {
            node = Hash.ofNode(peaks.removeLast(), node);
            level++;
            sink.put(new NodeId(level, index >> 1), node);
        }
        return node;
    }
}
