package org.suyuan.organisations.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationFilter;
import org.suyuan.organisations.OrganisationOrder;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.Organisations;
import org.suyuan.registry.Region;
import org.suyuan.registry.Regions;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** The one list query over bodies, for pages, counts and exports. */
@Repository
class Directory {
    private static final String ID = "t.organisation_id";

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Regions regions;
    private final Clock clock;

    Directory(JdbcClient jdbc, Organisations organisations, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.regions = regions;
        this.clock = clock;
    }

    Page<Organisation> page(OrganisationFilter filter, PageRequest page) {
        Query query = query(filter);
        Long total = page.count() ? total(query) : null;
        Key key = Key.of(filter.order());
        page.after(key.columns().size()).ifPresent(after -> key.startAfter(after, query));
        String sql = Rows.SELECT + Rows.FROM + query.where() + key.orderBy() + "\nLIMIT " + (page.limit() + 1);
        List<Organisation> rows = jdbc.sql(sql)
                .params(query.parameters())
                .query((row, number) -> Rows.organisation(row, query.at()))
                .list();
        boolean more = rows.size() > page.limit();
        List<Organisation> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(key.of(items.getLast())) : null;
        boolean bounded = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(items, next, bounded ? Long.valueOf(PageRequest.TOTAL_MAX) : total, bounded);
    }

    private long total(Query query) {
        String sql = "SELECT count(*) FROM (SELECT 1\n" + Rows.FROM + query.where() + "\nLIMIT "
                + (PageRequest.TOTAL_MAX + 1) + ") AS counted";
        return jdbc.sql(sql).params(query.parameters()).query(Long.class).single();
    }

    void export(OrganisationFilter filter, Consumer<List<Organisation>> lines) {
        Query query = query(filter);
        String sql =
                Rows.SELECT + Rows.FROM + query.where() + Key.of(filter.order()).orderBy();
        List<Organisation> chunk = new ArrayList<>();
        jdbc.sql(sql).params(query.parameters()).withFetchSize(FETCH_ROWS).query(row -> {
            chunk.add(Rows.organisation(row, query.at()));
            if (chunk.size() == FETCH_ROWS) {
                lines.accept(List.copyOf(chunk));
                chunk.clear();
            }
        });
        lines.accept(List.copyOf(chunk));
    }

    /** Rows held in memory while an export runs. */
    private static final int FETCH_ROWS = 500;

    private Query query(OrganisationFilter filter) {
        LocalDate at = filter.at() == null ? LocalDate.now(clock) : filter.at();
        Query query = new Query(at);
        status(query, filter.status());
        String q = filter.q() == null ? null : filter.q().strip();
        if (q != null && !q.isEmpty()) {
            query.and("t.name ILIKE :q OR t.short_name ILIKE :q OR o.uscc = :code", "q", anywhere(q));
            query.parameters().put("code", q.toUpperCase(Locale.ROOT));
        }
        query.and("t.type = :type", "type", filter.type());
        query.and(
                "t.level = :level",
                "level",
                filter.level() == null ? null : filter.level().name());
        query.and("t.parent_id = :parent", "parent", value(filter.parent()));
        if (filter.roots()) {
            query.and("t.parent_id IS NULL");
        }
        if (filter.region() != null) {
            List<Region> periods = regions.periods(List.of(filter.region())).get(filter.region());
            if (periods == null) {
                throw InvalidInput.of("region", filter.region().toString(), "region", "expected: the code of a region");
            }
            query.and(Under.of("t.region_path", periods.getLast().path(), "region"));
        }
        if (filter.within() != null) {
            query.and(Under.of("t.path", pathOf(filter.within(), at), "within"));
        }
        return query;
    }

    private static void status(Query query, @Nullable OrganisationStatus status) {
        switch (status) {
            case null -> query.and(Rows.ON_THE_DAY);
            case PLANNED -> query.and("t.is_first AND :at < t.valid_from");
            case ACTIVE -> query.and("t.valid_from <= :at AND :at < t.valid_to");
            case CLOSED -> query.and("t.is_last AND t.valid_to <= :at");
        }
    }

    private String pathOf(OrganisationId id, LocalDate at) {
        return organisations
                .find(id, at)
                .orElseThrow(() -> InvalidInput.of("within", id.toString(), "known", "expected: the id of a body"))
                .path();
    }

    private static @Nullable UUID value(@Nullable OrganisationId id) {
        return id == null ? null : id.value();
    }

    /** A pattern that finds the text anywhere, taken literally. */
    static String anywhere(String text) {
        return "%" + literally(text) + "%";
    }

    static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Conditions and their parameters. */
    private record Query(LocalDate at, List<String> conditions, Map<String, Object> parameters) {
        Query(LocalDate at) {
            this(at, new ArrayList<>(), new HashMap<>(Map.of("at", at)));
        }

        void and(String condition) {
            conditions.add("(" + condition + ")");
        }

        /** A condition that holds only when its value is given. */
        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                and(condition);
                parameters.put(name, value);
            }
        }

        void and(Under under) {
            and(under.sql());
            parameters.putAll(under.parameters());
        }

        String where() {
            return "WHERE " + String.join("\n  AND ", conditions);
        }
    }

    /** Order of a list and its cursors; the id makes it total. */
    private record Key(List<String> columns, boolean descending) {
        static Key of(OrganisationOrder order) {
            return switch (order) {
                case REGION -> new Key(List.of("t.region_path COLLATE \"C\"", ID), false);
                case NAME -> new Key(List.of("t.name COLLATE \"zh-x-icu\"", ID), false);
                case NEWEST -> new Key(List.of(ID), true);
            };
        }

        List<String> of(Organisation last) {
            String id = last.id().toString();
            if (columns.size() == 1) {
                return List.of(id);
            }
            return List.of(columns.getFirst().contains("region_path") ? last.regionPath() : last.name(), id);
        }

        void startAfter(List<String> key, Query query) {
            query.parameters().put("after_id", id(key.getLast()));
            if (columns.size() > 1) {
                query.parameters().put("after", key.getFirst());
            }
            String values = columns.size() > 1 ? "(:after, :after_id)" : "(:after_id)";
            query.and("(%s) %s %s".formatted(String.join(", ", columns), descending ? "<" : ">", values));
        }

        String orderBy() {
            String direction = descending ? " DESC" : "";
            return "\nORDER BY " + String.join(direction + ", ", columns) + direction;
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw InvalidInput.of("cursor", text, "cursor", "expected: the value of `next` of the previous page");
            }
        }
    }
}
