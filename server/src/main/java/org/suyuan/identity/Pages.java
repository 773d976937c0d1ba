package org.suyuan.identity;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** Makes a page of the rows of a query that asked for one more than the page holds. */
final class Pages {
    private Pages() {}

    static <T> Page<T> of(List<T> rows, PageRequest page, @Nullable Long total, Function<T, List<String>> key) {
        boolean more = rows.size() > page.limit();
        List<T> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(key.apply(items.getLast())) : null;
        boolean truncated = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(items, next, truncated ? Long.valueOf(PageRequest.TOTAL_MAX) : total, truncated);
    }
}
