package org.suyuan.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most the limit asked for
 * @param next cursor of the following page, null on the last
 * @param total number of all rows, only when asked for and exact up to {@link PageRequest#TOTAL_MAX}
 * @param truncated true when {@code total} is a bound, not a count
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total, boolean truncated) {
    public Page {
        items = List.copyOf(items);
    }
}
