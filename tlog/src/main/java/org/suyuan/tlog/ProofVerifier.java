package org.suyuan.tlog;

import java.util.List;
import org.suyuan.tlog.ProofCheck.Reason;
import org.suyuan.tlog.ProofCheck.Refuted;
import org.suyuan.tlog.ProofCheck.Verified;

/**
 * Judges proofs with nothing but the proof and the tree heads that the reader trusts. Never throws on a bad proof,
 * and never hashes more than its sizes call for: the length of the path is checked first.
 *
 * <p>The algorithms are those that RFC 9162 §2.1.3.2 and §2.1.4.2 spell out for the same tree; RFC 6962 leaves them
 * to the reader.
 */
public final class ProofVerifier {

    private ProofVerifier() {}

    /**
     * Is the leaf at its index of the tree?
     *
     * @param leaf the hash that the reader made of the entry with {@link Hash#ofLeaf}, not one that came with the
     *     proof
     */
    public static ProofCheck verify(InclusionProof proof, Hash leaf, TreeHead tree) {
        long index = proof.leafIndex();
        long size = tree.size();
        List<Hash> path = proof.path();
        if (size < 0 || size > Limits.TREE_SIZE_MAX) {
            return refuted(Reason.SIZE_OUT_OF_RANGE, "tree size", size, "0.." + Limits.TREE_SIZE_MAX);
        }
        if (index < 0 || index >= size) {
            return refuted(Reason.LEAF_OUTSIDE_TREE, "leaf index", index, "0.." + (size - 1));
        }
        int expected = inclusionPathLength(index, size);
        if (path.size() != expected) {
            return refuted(Reason.PATH_LENGTH, "path length", path.size(), expected);
        }

        long node = index;
        long last = size - 1;
        Hash computed = leaf;
        for (Hash sibling : path) {
            if (isRightChild(node) || node == last) {
                computed = Hash.ofNode(sibling, computed);
                // A node on the right edge without a sibling moves up unhashed.
                int risen = levelsWithoutSibling(node);
                node >>= risen;
                last >>= risen;
            } else {
                computed = Hash.ofNode(computed, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return computed.equals(tree.root())
                ? new Verified()
                : refuted(Reason.ROOT_MISMATCH, "root", computed, tree.root());
    }

    /** Does the later tree begin with all of the earlier one? */
    public static ProofCheck verify(ConsistencyProof proof, TreeHead earlier, TreeHead later) {
        if (later.size() < 0 || later.size() > Limits.TREE_SIZE_MAX) {
            return refuted(Reason.SIZE_OUT_OF_RANGE, "later size", later.size(), "0.." + Limits.TREE_SIZE_MAX);
        }
        if (earlier.size() < 0 || earlier.size() > later.size()) {
            return refuted(Reason.SIZE_OUT_OF_RANGE, "earlier size", earlier.size(), "1.." + later.size());
        }
        if (earlier.size() == 0) {
            return refuted(Reason.EARLIER_TREE_EMPTY, "earlier size", 0, "1.." + later.size());
        }
        int expected = consistencyPathLength(earlier.size(), later.size());
        if (proof.path().size() != expected) {
            return refuted(Reason.PATH_LENGTH, "path length", proof.path().size(), expected);
        }
        if (earlier.size() == later.size()) {
            return earlier.root().equals(later.root())
                    ? new Verified()
                    : refuted(Reason.LATER_ROOT_MISMATCH, "root of the same size", later.root(), earlier.root());
        }
        return climb(proof.path(), earlier, later);
    }

    private static ProofCheck climb(List<Hash> path, TreeHead earlier, TreeHead later) {
        // The climb starts at the last complete subtree of the earlier tree: below it both trees are equal.
        int shared = Long.numberOfTrailingZeros(earlier.size());
        long node = (earlier.size() - 1) >> shared;
        long last = (later.size() - 1) >> shared;
        boolean wholeEarlierTree = node == 0;
        Hash start = wholeEarlierTree ? earlier.root() : path.getFirst();
        List<Hash> siblings = wholeEarlierTree ? path : path.subList(1, path.size());

        Hash earlierComputed = start;
        Hash laterComputed = start;
        for (Hash sibling : siblings) {
            if (isRightChild(node) || node == last) {
                earlierComputed = Hash.ofNode(sibling, earlierComputed);
                laterComputed = Hash.ofNode(sibling, laterComputed);
                int risen = levelsWithoutSibling(node);
                node >>= risen;
                last >>= risen;
            } else {
                laterComputed = Hash.ofNode(laterComputed, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (!earlierComputed.equals(earlier.root())) {
            return refuted(Reason.EARLIER_ROOT_MISMATCH, "earlier root", earlierComputed, earlier.root());
        }
        return laterComputed.equals(later.root())
                ? new Verified()
                : refuted(Reason.LATER_ROOT_MISMATCH, "later root", laterComputed, later.root());
    }

    /**
     * One sibling a level below the fork where the leaf's way parts from the right edge, and above it one for each
     * complete subtree to the left.
     */
    private static int inclusionPathLength(long index, long size) {
        int levelsBelowFork = bitLength(index ^ (size - 1));
        return levelsBelowFork + Long.bitCount(index >> levelsBelowFork);
    }

    /**
     * The inclusion path of the earlier tree's last complete subtree, plus its own hash unless it is the whole
     * tree.
     */
    private static int consistencyPathLength(long earlier, long later) {
        if (earlier == later) {
            return 0;
        }
        int shared = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >> shared;
        int siblings = inclusionPathLength(node, ((later - 1) >> shared) + 1);
        return node == 0 ? siblings : siblings + 1;
    }

    private static int bitLength(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    private static boolean isRightChild(long node) {
        return (node & 1) == 1;
    }

    /** Levels that a node must rise until it is a right child; none if it is one, or if it is the root. */
    private static int levelsWithoutSibling(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }

    private static Refuted refuted(Reason reason, String what, Object actual, Object expected) {
        return new Refuted(reason, "%s: %s (expected: %s)".formatted(what, actual, expected));
    }
}
