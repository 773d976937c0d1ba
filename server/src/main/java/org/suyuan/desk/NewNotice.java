package org.suyuan.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell people.
 *
 * @param kind code of a {@link NoticeKind}
 * @param arguments of its texts
 * @param subject what it leads to
 */
public record NewNotice(
        String kind, List<String> arguments, @Nullable Link subject) {
    public NewNotice {
        arguments = List.copyOf(arguments);
    }
}
