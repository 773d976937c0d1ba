package org.suyuan.deadlines.store;

import java.util.ArrayList;
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
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** One list, the greatest id first: conditions, scope, keyset, total. Its parts are written in the stores, never by callers. */
final class Listing<T> {

    private final String select;
    private final RowMapper<T> mapper;
    private final Function<T, UUID> id;
    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param select ends where a WHERE may follow; its rows are those of alias {@code t} */
    Listing(String select, RowMapper<T> mapper, Function<T, UUID> id) {
        this.select = select;
        this.mapper = mapper;
        this.id = id;
    }

    /** A condition that holds only when its value is given. */
    Listing<T> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** Cut to what the scope allows (design §6): columns region_path, organisation_id and operator_id of {@code t}. */
    Listing<T> within(Scope scope) {
        switch (scope) {
            case Scope.Everything() -> {}
            case Scope.Nothing() -> conditions.add("FALSE");
            case Scope.OwnOperator(OperatorId operator) -> where("t.operator_id = :scope", "scope", operator.value());
            case Scope.OwnOrganisation(OrganisationId organisation) ->
                where("t.organisation_id = :scope", "scope", organisation.value());
            // A range and not a LIKE, so that prepared statements use the index whatever the parameter.
            case Scope.Jurisdiction(String path) ->
                where("t.region_path ~>=~ :scope_from", "scope_from", path)
                        .where("t.region_path ~<~ :scope_to", "scope_to", Scope.Jurisdiction.after(path));
        }
        return this;
    }

    List<T> all(JdbcClient jdbc) {
        return jdbc.sql(select + where()).params(parameters).query(mapper).list();
    }

    Page<T> page(JdbcClient jdbc, PageRequest page) {
        Long total = page.count() ? total(jdbc) : null;
        page.after(1).ifPresent(key -> where("t.id < :after", "after", uuid(page, key.getFirst())));
        List<T> rows = jdbc.sql(select + where() + "\nORDER BY t.id DESC\nLIMIT " + (page.limit() + 1))
                .params(parameters)
                .query(mapper)
                .list();
        boolean more = rows.size() > page.limit();
        List<T> items = more ? rows.subList(0, page.limit()) : rows;
        String next =
                more ? PageRequest.cursorOf(List.of(id.apply(items.getLast()).toString())) : null;
        boolean bounded = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(items, next, bounded ? Long.valueOf(PageRequest.TOTAL_MAX) : total, bounded);
    }

    private long total(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM (" + select + where() + "\nLIMIT " + (PageRequest.TOTAL_MAX + 1)
                        + ") AS counted")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private String where() {
        return "\nWHERE " + String.join("\n  AND ", conditions);
    }

    private static UUID uuid(PageRequest page, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
    }
}
