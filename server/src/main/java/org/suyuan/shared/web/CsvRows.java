package org.suyuan.shared.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180. */
final class CsvRows implements ExportRows {
    private static final int BUFFER_CHARACTERS = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A spreadsheet takes what begins so for a formula, and a name somebody registered would compute on an officer's desk. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final Writer out;

    CsvRows(OutputStream out, List<String> titles) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARACTERS);
        this.out.write(BYTE_ORDER_MARK);
        add(titles.toArray());
    }

    @Override
    public void add(@Nullable Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            if (values[i] instanceof Object value) {
                write(value instanceof Number ? value.toString() : harmless(value.toString()));
            }
        }
        out.write("\r\n");
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void write(String text) throws IOException {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }

    @Override
    public void complete() throws IOException {
        out.flush();
    }
}
