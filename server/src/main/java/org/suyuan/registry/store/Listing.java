package org.suyuan.registry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.registry.Faults;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** One list query put together: conditions, keyset, order, total. Its parts are written in the stores, never by callers. */
final class Listing<T> {
    /** How a list comes, and how its cursors look: the last key column is a unique one. */
    record Order<T>(
            List<String> columns,
            boolean descending,
            Function<T, List<String>> key,
            List<Function<String, Object>> readers) {
        private String sql() {
            String direction = descending ? " DESC" : "";
            return "\nORDER BY " + String.join(direction + ", ", columns) + direction;
        }
    }

    private final JdbcClient jdbc;
    private final String select;
    private final String from;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Listing(JdbcClient jdbc, String select, String from, RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.select = select;
        this.from = from;
        this.mapper = mapper;
    }

    Listing<T> where(ScopeClause scope) {
        conditions.add("(" + scope.sql() + ")");
        parameters.putAll(scope.parameters());
        return this;
    }

    /** A condition that holds only when its value is given. */
    Listing<T> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add("(" + condition + ")");
            parameters.put(name, value);
        }
        return this;
    }

    /** All rows, some at a time; needs a transaction. */
    void portions(Order<T> order, int rows, Consumer<List<T>> portion) {
        List<T> gathered = new ArrayList<>(rows);
        try (Stream<T> all = jdbc
                .sql(select + from + where() + order.sql())
                .withFetchSize(rows)
                .params(parameters)
                .query(mapper)
                .stream()) {
            all.forEach(row -> {
                gathered.add(row);
                if (gathered.size() == rows) {
                    portion.accept(List.copyOf(gathered));
                    gathered.clear();
                }
            });
        }
        if (!gathered.isEmpty()) {
            portion.accept(List.copyOf(gathered));
        }
    }

    Page<T> page(PageRequest page, Order<T> order) {
        Long total = page.count() ? total() : null;
        page.after(order.columns().size()).ifPresent(key -> startAfter(key, order));
        String sql = select + from + where() + order.sql() + "\nLIMIT " + (page.limit() + 1);
        List<T> rows = jdbc.sql(sql).params(parameters).query(mapper).list();
        boolean more = rows.size() > page.limit();
        List<T> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(order.key().apply(items.getLast())) : null;
        boolean bounded = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(items, next, bounded ? Long.valueOf(PageRequest.TOTAL_MAX) : total, bounded);
    }

    private long total() {
        String sql = "SELECT count(*) FROM (SELECT 1\n" + from + where() + "\nLIMIT " + (PageRequest.TOTAL_MAX + 1)
                + ") AS counted";
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private void startAfter(List<String> key, Order<T> order) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            names.add(":after_" + i);
            parameters.put("after_" + i, order.readers().get(i).apply(key.get(i)));
        }
        conditions.add("(%s) %s (%s)"
                .formatted(
                        String.join(", ", order.columns()), order.descending() ? "<" : ">", String.join(", ", names)));
    }

    private String where() {
        return conditions.isEmpty() ? "" : "\nWHERE " + String.join("\n  AND ", conditions);
    }

    static <T> Order<T> newest(Function<T, String> id) {
        return new Order<>(List.of("t.id"), true, row -> List.of(id.apply(row)), List.of(Listing::id));
    }

    /** Chinese names in the order of their sound. */
    static <T> Order<T> byName(Function<T, String> nameZh, Function<T, String> id) {
        return new Order<>(
                List.of("t.name_zh COLLATE \"zh-x-icu\"", "t.id"),
                false,
                row -> List.of(nameZh.apply(row), id.apply(row)),
                List.of(text -> text, Listing::id));
    }

    /** Reads the id in a cursor; a cursor that holds none was not given by us. */
    static Object id(String text) {
        Object id = Faults.uuid(text);
        if (id == null) {
            throw InvalidInput.of("cursor", text, "cursor", "expected: the value of `next` of the previous page");
        }
        return id;
    }

    /** A pattern that finds the text anywhere, taken literally. */
    static @Nullable String anywhere(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
