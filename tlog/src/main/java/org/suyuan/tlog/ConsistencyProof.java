package org.suyuan.tlog;

import java.util.List;

/**
 * A claim that a later tree begins with all leaves of an earlier one, unchanged (RFC 6962 §2.1.2).
 *
 * <p>Nothing is checked here: a proof comes from a stranger, and judging it is the work of {@link ProofVerifier}.
 */
public record ConsistencyProof(List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
