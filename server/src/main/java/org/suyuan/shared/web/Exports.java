package org.suyuan.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes a list of any length to the response while it is being read: memory holds one portion of it. A failure on the way
 * breaks the connection off, so that half a list is never taken for a whole one.
 */
@Component
public class Exports {
    private final MessageSource messages;

    Exports(MessageSource messages) {
        this.messages = messages;
    }

    /** Reads the rows from first to last and hands each portion on. */
    @FunctionalInterface
    public interface Source<T> {
        void forEachPortion(Consumer<List<T>> portion);
    }

    /** @param name of the file, without its extension */
    public <T> void write(
            HttpServletResponse response,
            String name,
            ExportFormat format,
            Locale locale,
            List<ExportColumn<T>> columns,
            Source<T> source)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format.extension() + "\"");
        List<String> titles = columns.stream()
                .map(column -> messages.getMessage(column.titleKey(), null, locale))
                .toList();
        List<String> names = columns.stream().map(ExportColumn::name).toList();
        try (ExportRows rows = switch (format) {
            case CSV -> new CsvRows(response.getOutputStream(), titles);
            case NDJSON -> new NdjsonRows(response.getOutputStream(), names);
            case XLSX -> new XlsxRows(response.getOutputStream(), titles);
        }) {
            source.forEachPortion(portion -> portion.forEach(row -> add(rows, columns, row)));
            rows.complete();
        } catch (UncheckedIOException readerWentAway) {
            throw readerWentAway.getCause();
        }
    }

    private static <T> void add(ExportRows rows, List<ExportColumn<T>> columns, T row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(row);
        }
        try {
            rows.add(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
