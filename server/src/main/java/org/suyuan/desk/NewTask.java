package org.suyuan.desk;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suyuan.deadlines.ClockId;
import org.suyuan.shared.access.Permission;

/**
 * A task that a module opens.
 *
 * @param kind {@code module.noun}; its title is in the catalogue under {@code task.<kind>}
 * @param titleArguments what the title's {@code {0}}, {@code {1}} … stand for
 * @param regionPath where its subject lies; who dispatches there sees it
 * @param needs what whoever handles it must hold
 * @param due null when nothing presses
 * @param clock that the deadline follows; null for a fixed one
 */
public record NewTask(
        String kind,
        List<String> titleArguments,
        Link subject,
        String regionPath,
        Permission needs,
        Assignee assignee,
        @Nullable Due due,
        @Nullable ClockId clock,
        Priority priority,
        Closing closing) {
    private static final Pattern KIND = Pattern.compile("[a-z]+\\.[a-z-]+");
    private static final int TITLE_ARGUMENTS_MAX = 4;

    public NewTask {
        titleArguments = List.copyOf(titleArguments);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind: " + kind + " (expected: module.noun)");
        }
        if (titleArguments.size() > TITLE_ARGUMENTS_MAX) {
            throw new IllegalArgumentException(
                    "titleArguments: " + titleArguments.size() + " (expected: <= " + TITLE_ARGUMENTS_MAX + ")");
        }
        if (!regionPath.startsWith("/") || !regionPath.endsWith("/")) {
            throw new IllegalArgumentException("regionPath: " + regionPath + " (expected: starts and ends with /)");
        }
    }
}
