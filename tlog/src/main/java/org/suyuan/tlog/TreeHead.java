package org.suyuan.tlog;

/**
 * The size of a tree and its root: what a reader trusts, from a checkpoint that was signed or that many have seen.
 *
 * <p>The two belong together. A root alone does not fix the size of its tree, and with a size of the prover's
 * choosing an inner node could be shown as if it were a leaf; therefore proofs carry no size of their own.
 */
public record TreeHead(long size, Hash root) {}
