package org.suyuan.identity;

import org.suyuan.shared.InvalidInput;

/** A decision about a person says why, in the words of whoever decides. */
final class Reasons {
    static final int LENGTH_MAX = 500;

    private Reasons() {}

    static void check(String reason) {
        if (reason.isBlank() || reason.length() > LENGTH_MAX) {
            throw InvalidInput.of("/reason", reason, "reason", "expected: 1 … " + LENGTH_MAX + " characters");
        }
    }
}
