package org.suyuan.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants the console.
 *
 * @param language {@code zh} or {@code en}; null for the browser's
 * @param theme {@code light} or {@code dark}; null for the system's
 * @param notices where to be told, by kind of notice; kinds left out go where they usually go
 * @param columns shown, by page
 */
public record Settings(
        @Nullable String language,
        @Nullable String theme,
        Map<String, NoticeKind.Channels> notices,
        Map<String, List<String>> columns) {
    public static final Settings USUAL = new Settings(null, null, Map.of(), Map.of());

    public Settings {
        notices = Map.copyOf(notices);
        columns = Map.copyOf(columns);
    }
}
