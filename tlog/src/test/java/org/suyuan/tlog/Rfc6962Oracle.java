package org.suyuan.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of RFC 6962 §2.1, written down as they stand there: slow, recursive, without any index
 * arithmetic.
 */
final class Rfc6962Oracle {

    private Rfc6962Oracle() {}

    /** MTH(D[n]), §2.1. */
    static Hash mth(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return Hash.EMPTY_TREE;
        }
        if (n == 1) {
            return Hash.ofLeaf(entries.getFirst());
        }
        int k = split(n);
        return Hash.ofNode(mth(entries.subList(0, k)), mth(entries.subList(k, n)));
    }

    /** PATH(m, D[n]), §2.1.1. */
    static List<Hash> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? followedBy(path(m, entries.subList(0, k)), mth(entries.subList(k, n)))
                : followedBy(path(m - k, entries.subList(k, n)), mth(entries.subList(0, k)));
    }

    /** PROOF(m, D[n]), §2.1.2. */
    static List<Hash> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> entries, boolean wholeTreeSoFar) {
        int n = entries.size();
        if (m == n) {
            return wholeTreeSoFar ? List.of() : List.of(mth(entries));
        }
        int k = split(n);
        return m <= k
                ? followedBy(subproof(m, entries.subList(0, k), wholeTreeSoFar), mth(entries.subList(k, n)))
                : followedBy(subproof(m - k, entries.subList(k, n), false), mth(entries.subList(0, k)));
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> followedBy(List<Hash> path, Hash next) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
