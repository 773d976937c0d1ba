package org.suyuan.events.store;

import com.github.luben.zstd.Zstd;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.hash.EventHash;
import org.suyuan.events.CaptureJob;
import org.suyuan.events.EventKey;
import org.suyuan.events.EventQuery;
import org.suyuan.events.EventStore;
import org.suyuan.events.NewEvent;
import org.suyuan.events.StoredEvent;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

/** Events as rows; the body is the codec's JSON under zstd. */
@Repository
class JdbcEventStore implements EventStore {
    /** zstd level: 3 halves again what 1 leaves, at a speed far above the database's. */
    private static final int ZSTD_LEVEL = 3;

    static final String COLUMNS = """
            e.seq, e.event_id, e.hash, e.type, e.action, e.event_time, e.record_time, e.biz_step, e.disposition,
            e.read_point, e.biz_location, e.capture_id, e.declaration, e.body,
            NOT e.declaration AND EXISTS (
                SELECT 1 FROM events.declared d WHERE d.event_id = e.event_id) AS voided
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CaptureJobs jobs;

    JdbcEventStore(JdbcClient jdbc, JdbcTemplate template, CaptureJobs jobs) {
        this.jdbc = jdbc;
        this.template = template;
        this.jobs = jobs;
    }

    @Override
    public long[] reserve(int count) {
        return jdbc
                .sql("SELECT nextval('events.event_seq') FROM generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    @Override
    public List<Long> add(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        // What is reported may lie elsewhere and between others; the platform answers which of it is new.
        return SecondWall.outside(
                Beyond.EVENTS_OF_UNITS,
                () -> Objects.requireNonNull(
                        template.execute((ConnectionCallback<List<Long>>) connection -> insert(connection, events))));
    }

    private static List<Long> insert(Connection connection, List<NewEvent> events) throws SQLException {
        String sql = """
                INSERT INTO events.event (seq, event_id, declaration, hash, type, action, event_time, record_time,
                    biz_step, disposition, read_point, biz_location, capture_id, captured_by, parties, region_path, body)
                SELECT seq, event_id, declaration, hash, type, action, event_time, record_time,
                    biz_step, disposition, read_point, biz_location, capture_id, captured_by, parties::uuid[], region_path, body
                FROM unnest(?::bigint[], ?::text[], ?::boolean[], ?::bytea[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
                    ?::text[], ?::bytea[])
                    AS n (seq, event_id, declaration, hash, type, action, event_time, record_time,
                    biz_step, disposition, read_point, biz_location, capture_id, captured_by, parties, region_path, body)
                ON CONFLICT (event_id, declaration) DO NOTHING
                RETURNING seq
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns(connection, statement, events)
                    .add("bigint", e -> e.captured().seq())
                    .add("text", e -> e.captured().eventId())
                    .add("boolean", e -> e.key().declaration())
                    .add("bytea", e -> EventHash.digest(e.captured().hash()))
                    .add("text", e -> e.captured().event().type().epcisName())
                    .add(
                            "text",
                            e -> e.captured()
                                    .event()
                                    .actionIfAny()
                                    .map(Enum::name)
                                    .orElse(null))
                    .add(
                            "timestamptz",
                            e -> timestamp(e.captured().event().eventTime().instant()))
                    .add("timestamptz", e -> timestamp(e.captured().recordTime()))
                    .add("text", e -> word(e.captured().event().bizStep()))
                    .add("text", e -> word(e.captured().event().disposition()))
                    .add("text", e -> place(e.captured().event().readPoint()))
                    .add("text", e -> place(e.captured().event().bizLocation()))
                    .add("uuid", NewEvent::captureId)
                    .add("uuid", e -> e.capturedBy().value())
                    .add("text", JdbcEventStore::partiesLiteral)
                    .add("text", NewEvent::regionPath)
                    .add("bytea", e -> Zstd.compress(e.json(), ZSTD_LEVEL));
            List<Long> seqs = new ArrayList<>(events.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seqs.add(rows.getLong(1));
                }
            }
            return seqs;
        }
    }

    /** Sets one array parameter a column, in order. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<NewEvent> events;
        private int index = 1;

        Columns(Connection connection, PreparedStatement statement, List<NewEvent> events) {
            this.connection = connection;
            this.statement = statement;
            this.events = events;
        }

        Columns add(String type, Function<NewEvent, @Nullable Object> value) throws SQLException {
            Object[] values = type.equals("bytea") ? new byte[events.size()][] : new Object[events.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(events.get(i));
            }
            Array array = connection.createArrayOf(type, values);
            statement.setArray(index++, array);
            return this;
        }
    }

    private static String partiesLiteral(NewEvent event) {
        return event.parties().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String timestamp(Instant instant) {
        return instant.toString();
    }

    private static @Nullable String word(Optional<CbvTerm> term) {
        return term.map(t -> t.word().orElse(t.written())).orElse(null);
    }

    private static @Nullable String place(Optional<String> uri) {
        return uri.map(Gs1Uri::canonicalOrSame).orElse(null);
    }

    @Override
    public Map<EventKey, String> hashes(Collection<EventKey> keys) {
        Map<EventKey, String> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        SecondWall.outside(
                Beyond.UNIQUENESS,
                () -> jdbc.sql("""
                        SELECT event_id, declaration, hash
                        FROM events.event
                        WHERE event_id = ANY (:ids)
                        """)
                        .param(
                                "ids",
                                keys.stream().map(EventKey::eventId).distinct().toArray(String[]::new))
                        .query((row, n) -> known.put(
                                new EventKey(row.getString("event_id"), row.getBoolean("declaration")),
                                EventHash.ofDigest(row.getBytes("hash"))))
                        .list());
        known.keySet().retainAll(keys);
        return known;
    }

    @Override
    public void add(CaptureJob job, Actor actor) {
        jobs.add(job, actor);
    }

    @Override
    public Optional<CaptureJob> job(UUID id, ActorId capturedBy) {
        return jobs.find(id, capturedBy);
    }

    @Override
    public Page<CaptureJob> jobs(ActorId capturedBy, PageRequest page) {
        return jobs.list(capturedBy, page);
    }

    @Override
    public Optional<StoredEvent> find(String eventId, Actor actor) {
        Sql sql = new Sql("SELECT " + COLUMNS + " FROM events.event e WHERE e.event_id = :id").with("id", eventId);
        EventScope.restrict(sql, actor);
        return sql.then(" ORDER BY e.declaration DESC LIMIT 1")
                .on(jdbc)
                .query(JdbcEventStore::event)
                .optional();
    }

    @Override
    public List<StoredEvent> bySeq(Collection<Long> seqs) {
        return SecondWall.outside(
                Beyond.EVENTS_OF_UNITS,
                () -> jdbc.sql("SELECT " + COLUMNS
                                + " FROM events.event e WHERE e.seq = ANY (:seqs) ORDER BY e.event_time, e.seq")
                        .param("seqs", seqs.toArray(Long[]::new))
                        .query(JdbcEventStore::event)
                        .list());
    }

    @Override
    public Page<StoredEvent> list(EventQuery query, List<List<Long>> among, PageRequest page, Actor actor) {
        return new EventList(jdbc).list(query, among, page, actor);
    }

    static StoredEvent event(ResultSet row, int ignored) throws SQLException {
        byte[] body = row.getBytes("body");
        return new StoredEvent(
                row.getLong("seq"),
                row.getString("event_id"),
                EventHash.ofDigest(row.getBytes("hash")),
                row.getString("type"),
                row.getString("action"),
                instant(row, "event_time"),
                instant(row, "record_time"),
                row.getString("biz_step"),
                row.getString("disposition"),
                row.getString("read_point"),
                row.getString("biz_location"),
                row.getObject("capture_id", UUID.class),
                row.getBoolean("declaration"),
                row.getBoolean("voided"),
                Zstd.decompress(body));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
