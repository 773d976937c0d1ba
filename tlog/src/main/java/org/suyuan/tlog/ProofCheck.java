package org.suyuan.tlog;

/** What {@link ProofVerifier} found. A proof that fails is an expected answer, so it is a value and no exception. */
public sealed interface ProofCheck {

    record Verified() implements ProofCheck {}

    /**
     * The proof does not show what it claims.
     *
     * @param detail one sentence with the actual and the expected value, for logs and experts
     */
    record Refuted(Reason reason, String detail) implements ProofCheck {}

    enum Reason {
        /** A tree size below zero or above {@link Limits#TREE_SIZE_MAX}, or an earlier size above the later one. */
        SIZE_OUT_OF_RANGE,
        /** The tree of this size has no such leaf. */
        LEAF_OUTSIDE_TREE,
        /** The earlier tree is empty: every tree continues it, so nothing would be proven. */
        EARLIER_TREE_EMPTY,
        /** Index and sizes fix how many hashes a path has; this one has more or fewer. */
        PATH_LENGTH,
        /** The path leads from the leaf to another root. */
        ROOT_MISMATCH,
        /** The path leads to another root of the earlier tree. */
        EARLIER_ROOT_MISMATCH,
        /** The path leads to another root of the later tree. */
        LATER_ROOT_MISMATCH
    }
}
