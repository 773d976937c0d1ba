package org.suyuan.shared.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One open file of an export. Closing it without {@link #complete} leaves it broken, on purpose. */
sealed interface ExportRows extends AutoCloseable permits CsvRows, NdjsonRows, XlsxRows {
    void add(@Nullable Object[] values) throws IOException;

    /** Writes what ends a whole file. */
    void complete() throws IOException;

    @Override
    default void close() throws IOException {}
}
