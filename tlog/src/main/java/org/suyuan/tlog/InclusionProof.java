package org.suyuan.tlog;

import java.util.List;

/**
 * A claim that some leaf stands at an index of a tree (RFC 6962 §2.1.1); the path runs from the leaf up.
 *
 * <p>Nothing is checked here: a proof comes from a stranger, and judging it is the work of {@link ProofVerifier}.
 */
public record InclusionProof(long leafIndex, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }
}
