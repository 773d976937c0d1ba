package org.suyuan.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.audit.Entries;
import org.suyuan.audit.Entry;
import org.suyuan.audit.EntryFilter;
import org.suyuan.audit.Origin;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.Subject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trail. */
@Repository
class JdbcEntries implements Entries {
    /** Rows that an export holds in memory at a time. */
    private static final int FETCH_ROWS = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;

    JdbcEntries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        JdbcTemplate inPortions = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        inPortions.setFetchSize(FETCH_ROWS);
        this.streaming = new NamedParameterJdbcTemplate(inPortions);
    }

    @Override
    public Page<Entry> list(Actor actor, EntryFilter filter, PageRequest page) {
        return page(new EntryQuery(EntryScope.of(actor)).matching(filter), page);
    }

    @Override
    public Page<Entry> about(ActorId person, PageRequest page) {
        return page(new EntryQuery(new EntryScope("t.person = :me", Map.of("me", person.value()))), page);
    }

    /** The driver reads in portions only inside a transaction. */
    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, EntryFilter filter, Consumer<Entry> row) {
        EntryQuery query = new EntryQuery(EntryScope.of(actor)).matching(filter);
        try (Stream<Entry> rows = streaming.queryForStream(query.all(), query.parameters(), JdbcEntries::entry)) {
            rows.forEach(row);
        }
    }

    private Page<Entry> page(EntryQuery query, PageRequest page) {
        Long total = page.count()
                ? jdbc.sql(query.count())
                        .params(query.parameters())
                        .query(Long.class)
                        .single()
                : null;
        page.after(2).ifPresent(key -> startAfter(query, page, key));
        List<Entry> rows = jdbc.sql(query.first(page.limit() + 1))
                .params(query.parameters())
                .query(JdbcEntries::entry)
                .list();
        boolean more = rows.size() > page.limit();
        List<Entry> items = more ? rows.subList(0, page.limit()) : rows;
        boolean bounded = total != null && total > PageRequest.TOTAL_MAX;
        return new Page<>(
                items,
                more ? cursor(items.getLast()) : null,
                bounded ? Long.valueOf(PageRequest.TOTAL_MAX) : total,
                bounded);
    }

    private static String cursor(Entry last) {
        return PageRequest.cursorOf(List.of(last.at().toString(), last.id().toString()));
    }

    private static void startAfter(EntryQuery query, PageRequest page, List<String> key) {
        try {
            query.after(Instant.parse(key.getFirst()).atOffset(ZoneOffset.UTC), UUID.fromString(key.getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("action"),
                doer(row),
                new Origin(row.getString("request_id"), row.getString("source_address"), row.getString("client")),
                subject(row),
                row.getString("reason"),
                row.getString("legal_basis"),
                JSON.readValue(row.getString("facts"), FACTS));
    }

    private static Entry.Doer doer(ResultSet row) throws SQLException {
        return new Entry.Doer(
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getObject("post", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                row.getString("title"),
                row.getString("role"),
                row.getObject("behalf_of", UUID.class),
                row.getString("behalf_of_name"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        @Nullable UUID person = row.getObject("person", UUID.class);
        @Nullable UUID operator = row.getObject("operator_id", UUID.class);
        return new Subject(
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("subject_name"),
                person == null ? null : new ActorId(person),
                operator == null ? null : new OperatorId(operator),
                row.getString("region_path"));
    }
}
