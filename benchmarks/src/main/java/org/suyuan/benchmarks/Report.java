package org.suyuan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table: printed, and written as JSON with one object a row; beside it the same text, which also names the machine. */
final class Report {
    private final List<Row> rows = new ArrayList<>();

    /** Rows are said as they come, so that whoever waits sees something. */
    void add(List<Row> measured) {
        for (Row row : measured) {
            rows.add(row);
            String beside = row.baseline() == null ? "" : ", baseline " + Row.text(row.baseline());
            System.out.println("  " + row.row() + ": " + Row.text(row.value()) + " " + row.unit() + beside);
        }
    }

    void write(Path json, String environment) throws IOException {
        String table = environment + "\n\n" + table();
        System.out.println("\n" + table);
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(json, json());
        Files.writeString(json.resolveSibling(json.getFileName().toString().replace(".json", "") + ".txt"), table);
    }

    private String json() {
        JsonMapper mapper = JsonMapper.builder().build();
        return rows.stream()
                .map(row -> "  " + mapper.writeValueAsString(members(row)))
                .reduce((all, next) -> all + ",\n" + next)
                .map(all -> "[\n" + all + "\n]\n")
                .orElse("[]\n");
    }

    private static Map<String, @Nullable Object> members(Row row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("row", row.row());
        members.put("value", rounded(row.value()));
        members.put("unit", row.unit());
        members.put("baseline", rounded(row.baseline()));
        members.put("ratio", rounded(row.ratio()));
        members.put("target", row.target());
        members.put("met", row.met());
        return members;
    }

    private static @Nullable Double rounded(@Nullable Double number) {
        return number == null ? null : Double.valueOf(Row.text(number).replace(",", ""));
    }

    private String table() {
        List<String[]> cells = new ArrayList<>();
        cells.add(new String[] {"row", "value", "baseline", "unit", "ratio", "target", "met"});
        for (Row row : rows) {
            cells.add(new String[] {
                row.row(),
                Row.text(row.value()),
                row.baseline() == null ? "" : Row.text(row.baseline()),
                row.unit(),
                row.ratio() == null ? "" : Row.text(row.ratio()),
                row.target() == null ? "" : row.target(),
                row.met() == null ? "" : row.met() ? "yes" : "NO"
            });
        }
        int[] widths = new int[cells.getFirst().length];
        for (String[] line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (String[] line : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean number = i == 1 || i == 2 || i == 4;
                text.append(("%" + (number ? "" : "-") + widths[i] + "s  ").formatted(line[i]));
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
