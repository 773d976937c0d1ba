package org.suyuan.events.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.events.EventQuery;
import org.suyuan.events.StoredEvent;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** The list of events: filters, scope and keyset pages over one statement. */
final class EventList {
    private final JdbcClient jdbc;

    EventList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<StoredEvent> list(EventQuery query, List<List<Long>> among, PageRequest page, Actor actor) {
        Sql sql = new Sql("SELECT " + JdbcEventStore.COLUMNS + " FROM events.event e WHERE TRUE");
        filter(sql, query, among, actor);
        Sorting sorting = Sorting.of(query.order());
        page.after(2).ifPresent(key -> sorting.after(sql, key));
        List<StoredEvent> rows = sql.then(sorting.orderBy())
                .then(" LIMIT :limit")
                .with("limit", page.limit() + 1)
                .on(jdbc)
                .query(JdbcEventStore::event)
                .list();
        boolean more = rows.size() > page.limit();
        List<StoredEvent> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(sorting.key(items.getLast())) : null;
        Optional<Long> total = page.count() ? Optional.of(count(query, among, actor)) : Optional.empty();
        return new Page<>(
                items,
                next,
                total.map(n -> Math.min(n, PageRequest.TOTAL_MAX)).orElse(null),
                total.map(n -> n > PageRequest.TOTAL_MAX).orElse(false));
    }

    private long count(EventQuery query, List<List<Long>> among, Actor actor) {
        Sql sql = new Sql("SELECT count(*) FROM (SELECT 1 FROM events.event e WHERE TRUE");
        filter(sql, query, among, actor);
        return sql.then(" LIMIT :bound) AS bounded")
                .with("bound", PageRequest.TOTAL_MAX + 1)
                .on(jdbc)
                .query(Long.class)
                .single();
    }

    private static void filter(Sql sql, EventQuery query, List<List<Long>> among, Actor actor) {
        anyOf(sql, "e.type", "types", query.types());
        anyOf(sql, "e.action", "actions", query.actions());
        anyOf(sql, "e.biz_step", "bizSteps", query.bizSteps());
        anyOf(sql, "e.disposition", "dispositions", query.dispositions());
        anyOf(sql, "e.event_id", "eventIds", query.eventIds());
        anyOf(sql, "e.read_point", "readPoints", query.readPoints());
        anyOf(sql, "e.biz_location", "bizLocations", query.bizLocations());
        if (!query.places().isEmpty()) {
            sql.then(" AND (e.biz_location = ANY (:places) OR e.read_point = ANY (:places))")
                    .with("places", query.places().toArray(String[]::new));
        }
        bound(sql, "e.event_time >= ", "eventTimeFrom", query.eventTimeFrom());
        bound(sql, "e.event_time < ", "eventTimeTo", query.eventTimeTo());
        bound(sql, "e.record_time >= ", "recordTimeFrom", query.recordTimeFrom());
        bound(sql, "e.record_time < ", "recordTimeTo", query.recordTimeTo());
        for (int i = 0; i < among.size(); i++) {
            sql.then(" AND e.seq = ANY (:among" + i + ")")
                    .with("among" + i, among.get(i).toArray(Long[]::new));
        }
        EventScope.restrict(sql, actor);
    }

    private static void anyOf(Sql sql, String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            sql.then(" AND " + column + " = ANY (:" + name + ")").with(name, values.toArray(String[]::new));
        }
    }

    private static void bound(Sql sql, String comparison, String name, @Nullable Instant instant) {
        if (instant != null) {
            sql.then(" AND " + comparison + ":" + name + "::timestamptz").with(name, instant.toString());
        }
    }

    /** Column and direction, and the keyset that continues it. */
    private record Sorting(String column, boolean descending) {
        static Sorting of(EventQuery.Order order) {
            return switch (order) {
                case EVENT_TIME_DESC -> new Sorting("event_time", true);
                case EVENT_TIME_ASC -> new Sorting("event_time", false);
                case RECORD_TIME_DESC -> new Sorting("record_time", true);
                case RECORD_TIME_ASC -> new Sorting("record_time", false);
            };
        }

        String orderBy() {
            String direction = descending ? " DESC" : " ASC";
            return " ORDER BY e." + column + direction + ", e.seq" + direction;
        }

        void after(Sql sql, List<String> key) {
            try {
                sql.then(" AND (e." + column + ", e.seq) " + (descending ? "<" : ">")
                                + " (:keyTime::timestamptz, :keySeq)")
                        .with("keyTime", Instant.parse(key.getFirst()).toString())
                        .with("keySeq", Long.parseLong(key.getLast()));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw InvalidInput.of(
                        "cursor", String.join(",", key), "cursor", "expected: the next of the previous page");
            }
        }

        List<String> key(StoredEvent last) {
            Instant time = column.equals("event_time") ? last.eventTime() : last.recordTime();
            return List.of(time.toString(), String.valueOf(last.seq()));
        }
    }
}
