package org.suyuan.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.InvalidInput;

/**
 * What a dispatcher tells somebody to do.
 *
 * @param text what is to be done, in his words
 * @param due null when nothing presses
 */
public record Instruction(
        String subjectKind,
        String subjectId,
        String text,
        Assignee assignee,
        @Nullable Instant due,
        Priority priority) {
    static final int TEXT_LENGTH_MAX = 200;

    public Instruction {
        text = text.strip();
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX) {
            throw InvalidInput.of("/text", text, "size", "expected: 1 … " + TEXT_LENGTH_MAX + " characters");
        }
    }
}
