package org.suyuan.shared.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;
import org.suyuan.shared.calendar.YearTable.Kind;

/**
 * Year tables as CSV: {@code notice,from,to,kind,name,name_en}, one row a run of days of one kind. {@code to} empty is one day,
 * {@code name_en} may be left out; lines that begin with {@code #}, empty lines and the header are passed over.
 */
public final class TableText {
    /** A year has at most so many days to declare; a file has some years. */
    public static final int LINES_MAX = 5_000;

    private static final String PUBLISHED = "/calendar/cn.csv";
    private static final String HEADER = "notice,";
    private static final int COLUMNS_MIN = 5;
    private static final int COLUMNS_MAX = 6;
    /** No holiday is longer: a run that is has a wrong end. */
    private static final int RUN_DAYS_MAX = 31;

    private TableText() {}

    /** @param bad every line that is wrong; if there is any, the tables are not to be used */
    public record Read(List<YearTable> tables, List<BadLine> bad) {
        public Read {
            tables = List.copyOf(tables);
            bad = List.copyOf(bad);
        }
    }

    /**
     * @param line counted from 1
     * @param column that is wrong
     * @param value in it
     * @param expected in words
     */
    public record BadLine(int line, String column, @Nullable String value, String expected) {}

    /** The tables that come with the platform: every notice from 2004 on that was published when it was built. */
    public static List<YearTable> published() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TableText.class.getResourceAsStream(PUBLISHED), PUBLISHED),
                StandardCharsets.UTF_8))) {
            Read read = read(lines.lines().toList());
            if (!read.bad().isEmpty()) {
                throw new IllegalStateException(PUBLISHED + ": " + read.bad());
            }
            return read.tables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Read read(List<String> lines) {
        Map<Integer, Map<LocalDate, DeclaredDay>> years = new TreeMap<>();
        List<BadLine> bad = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i >= LINES_MAX) {
                bad.add(new BadLine(i + 1, "line", null, "at most " + LINES_MAX + " lines"));
                break;
            }
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(HEADER)) {
                read(i + 1, line, years, bad);
            }
        }
        List<YearTable> tables = years.entrySet().stream()
                .map(year -> new YearTable(
                        year.getKey(),
                        year.getValue().values().stream()
                                .sorted(Comparator.comparing(DeclaredDay::date))
                                .toList()))
                .toList();
        return new Read(tables, bad);
    }

    private static void read(
            int number, String line, Map<Integer, Map<LocalDate, DeclaredDay>> years, List<BadLine> bad) {
        String[] cells = line.split(",", -1);
        if (cells.length < COLUMNS_MIN || cells.length > COLUMNS_MAX) {
            bad.add(new BadLine(number, "line", line, "notice,from,to,kind,name and perhaps name_en"));
            return;
        }
        Row row = new Row(number, cells, bad);
        Integer notice = row.notice();
        LocalDate from = row.date("from", cells[1]);
        LocalDate to = cells[2].isBlank() ? from : row.date("to", cells[2]);
        Kind kind = row.kind();
        String name = row.name();
        if (notice == null || from == null || to == null || kind == null || name == null) {
            return;
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(RUN_DAYS_MAX))) {
            bad.add(new BadLine(number, "to", cells[2], "0 … " + RUN_DAYS_MAX + " days after from"));
            return;
        }
        String nameEn = cells.length < COLUMNS_MAX || cells[5].isBlank() ? null : cells[5].strip();
        Map<LocalDate, DeclaredDay> days = years.computeIfAbsent(notice, _ -> new HashMap<>());
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            row.declare(notice, new DeclaredDay(date, kind, name, nameEn), days);
        }
    }

    /** One line and what is wrong with it. */
    private record Row(int number, String[] cells, List<BadLine> bad) {
        @Nullable
        Integer notice() {
            String text = cells[0].strip();
            if (text.matches("\\d{4}")) {
                int year = Integer.parseInt(text);
                if (year >= YearTable.NOTICE_MIN && year <= YearTable.NOTICE_MAX) {
                    return year;
                }
            }
            bad.add(new BadLine(
                    number, "notice", text, "a year, " + YearTable.NOTICE_MIN + " … " + YearTable.NOTICE_MAX));
            return null;
        }

        @Nullable
        LocalDate date(String column, String text) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeParseException e) {
                bad.add(new BadLine(number, column, text, "a date, YYYY-MM-DD"));
                return null;
            }
        }

        @Nullable
        Kind kind() {
            String text = cells[3].strip().toUpperCase(Locale.ROOT);
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(text)) {
                    return kind;
                }
            }
            bad.add(new BadLine(number, "kind", cells[3], "REST or WORK"));
            return null;
        }

        @Nullable
        String name() {
            String text = cells[4].strip();
            if (text.isEmpty()) {
                bad.add(new BadLine(number, "name", text, "the holiday it belongs to"));
                return null;
            }
            return text;
        }

        void declare(int notice, DeclaredDay day, Map<LocalDate, DeclaredDay> days) {
            if (!YearTable.covers(notice, day.date())) {
                bad.add(new BadLine(
                        number, "from", day.date().toString(), "a date of " + notice + " or of the December before"));
            } else if (day.kind() == Kind.WORK && !WorkingCalendar.isWeekend(day.date())) {
                bad.add(new BadLine(number, "kind", day.date().toString(), "WORK only for a Saturday or Sunday"));
            } else if (days.putIfAbsent(day.date(), day) != null) {
                bad.add(new BadLine(number, "from", day.date().toString(), "each date once"));
            }
        }
    }
}
