package org.suyuan.shared.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook written row by row; texts stand in their cells, since a table of shared texts would grow with the list. */
final class XlsxRows implements ExportRows {
    /** Rows of a sheet, the titles among them (ECMA-376, and every program that reads it). */
    private static final int SHEET_ROWS_MAX = 1_048_576;
    /** Rows held before they go out. */
    private static final int PORTION_ROWS = 500;

    private final Workbook workbook;
    private final List<String> titles;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxRows(OutputStream out, List<String> titles) {
        this.workbook = new Workbook(out, "Suyuan", "1.0");
        this.titles = titles;
        this.sheet = workbook.newWorksheet("1");
        writeTitles();
    }

    @Override
    public void add(@Nullable Object[] values) throws IOException {
        if (row == SHEET_ROWS_MAX) {
            sheet.finish();
            sheet = workbook.newWorksheet(String.valueOf(++sheets));
            row = 0;
            writeTitles();
        }
        for (int i = 0; i < values.length; i++) {
            write(i, values[i]);
        }
        if (++row % PORTION_ROWS == 0) {
            sheet.flush();
        }
    }

    private void writeTitles() {
        for (int i = 0; i < titles.size(); i++) {
            sheet.inlineString(0, i, titles.get(i));
        }
        row = 1;
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Boolean truth -> sheet.value(row, column, truth);
            case Object other -> sheet.inlineString(row, column, other.toString());
        }
    }

    @Override
    public void complete() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
