package org.suyuan.codes.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/**
 * A query whose rows belong to an operator ({@code operator_id}) in a region ({@code region_path}), cut to what the
 * scope allows (design §6): the one place where codes turns a scope into SQL, for lists, counts and single rows alike.
 */
final class ScopedQuery {

    private final String select;
    private final StringBuilder where = new StringBuilder("WHERE ");
    private final Map<String, Object> values = new HashMap<>();

    ScopedQuery(String select, Scope scope) {
        this.select = select;
        switch (scope) {
            case Scope.Everything() -> where.append("TRUE");
            case Scope.OwnOrganisation organisation -> where.append("FALSE");
            case Scope.Nothing() -> where.append("FALSE");
            case Scope.OwnOperator(OperatorId operator) -> {
                where.append("operator_id = :scopeOperator");
                values.put("scopeOperator", operator.value());
            }
            case Scope.Jurisdiction(String path) -> {
                // A range and not a LIKE, so that prepared statements use the index whatever the parameter.
                where.append("region_path ~>=~ :scopeFrom AND region_path ~<~ :scopeTo");
                values.put("scopeFrom", path);
                values.put("scopeTo", Scope.Jurisdiction.after(path));
            }
        }
    }

    ScopedQuery and(String condition, String name, Object value) {
        where.append("\nAND ").append(condition);
        values.put(name, value);
        return this;
    }

    <V> ScopedQuery andIf(String condition, String name, @Nullable V value, Function<V, Object> toSql) {
        return value == null ? this : and(condition, name, toSql.apply(value));
    }

    /** A value more for the conditions already there. */
    ScopedQuery with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    JdbcClient.StatementSpec bind(JdbcClient jdbc) {
        return bind(jdbc, "");
    }

    JdbcClient.StatementSpec bind(JdbcClient jdbc, String end) {
        return jdbc.sql(select + where + "\n" + end).params(values);
    }

    /** One page, the greatest id first. */
    <T> Page<T> page(JdbcClient jdbc, String idColumn, PageRequest page, RowMapper<T> row, Function<T, UUID> id) {
        Total total = page.count() ? total(jdbc) : new Total(null, false);
        page.after(1).ifPresent(key -> and(idColumn + " < :after", "after", uuid(page, key.getFirst())));
        List<T> rows = jdbc.sql(select + where + "\nORDER BY " + idColumn + " DESC\nLIMIT :rows")
                .params(values)
                .param("rows", page.limit() + 1)
                .query(row)
                .list();
        boolean more = rows.size() > page.limit();
        List<T> items = more ? rows.subList(0, page.limit()) : rows;
        String next =
                more ? PageRequest.cursorOf(List.of(id.apply(items.getLast()).toString())) : null;
        return new Page<>(items, next, total.rows(), total.isBound());
    }

    private Total total(JdbcClient jdbc) {
        long rows = jdbc.sql("SELECT count(*) FROM (" + select + where + "\nLIMIT :bound) counted")
                .params(values)
                .param("bound", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
        return new Total(Math.min(rows, PageRequest.TOTAL_MAX), rows > PageRequest.TOTAL_MAX);
    }

    private record Total(@Nullable Long rows, boolean isBound) {}

    private static UUID uuid(PageRequest page, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
    }
}
