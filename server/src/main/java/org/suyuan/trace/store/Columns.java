package org.suyuan.trace.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array a column, for {@code unnest}. */
record Columns<R>(List<R> rows) {
    <T> @Nullable T[] array(IntFunction<@Nullable T[]> array, Function<R, @Nullable T> value) {
        @Nullable T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
