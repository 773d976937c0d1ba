package org.suyuan.deadlines;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.InvalidInput;

/** What people write: reasons, citations, names. */
final class Texts {
    static final int LENGTH_MAX = 1_000;

    private Texts() {}

    static void require(String pointer, @Nullable String text, int lengthMax) {
        if (text == null || text.isBlank()) {
            throw InvalidInput.of(pointer, text, "required", "expected: a text");
        }
        if (text.length() > lengthMax) {
            throw InvalidInput.of(pointer, text, "length", "expected: at most " + lengthMax + " characters");
        }
    }

    static void check(String pointer, @Nullable String text) {
        if (text != null) {
            require(pointer, text, LENGTH_MAX);
        }
    }
}
