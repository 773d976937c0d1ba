package org.suyuan.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.desk.Link;
import org.suyuan.desk.NewNotice;
import org.suyuan.desk.Notice;
import org.suyuan.desk.NoticeId;
import org.suyuan.desk.NoticeStore;
import org.suyuan.desk.Notices;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

@Repository
class JdbcNotices implements NoticeStore {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    JdbcNotices(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void insert(List<Notice> notices) {
        batches.batchUpdate("""
                INSERT INTO desk.notice
                    (id, person, kind, arguments, subject_kind, subject_id, subject_title, at)
                VALUES (:id, :person, :kind, :arguments, :subjectKind, :subjectId, :subjectTitle, :at)
                """, notices.stream().map(JdbcNotices::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Notice notice) {
        return told(notice.told())
                .addValue("id", notice.id().value())
                .addValue("person", notice.person().value())
                .addValue("at", JdbcTaskStore.at(notice.at()));
    }

    static MapSqlParameterSource told(NewNotice told) {
        Link subject = told.subject();
        return new MapSqlParameterSource()
                .addValue("kind", told.kind())
                .addValue("arguments", told.arguments().toArray(String[]::new))
                .addValue("subjectKind", subject == null ? null : subject.kind())
                .addValue("subjectId", subject == null ? null : subject.id())
                .addValue("subjectTitle", subject == null ? null : subject.title());
    }

    @Override
    public Page<Notice> list(ActorId person, boolean unreadOnly, PageRequest page) {
        String after = page.after(1).map(List::getFirst).orElse(null);
        List<Notice> rows = jdbc.sql("""
                        SELECT id, person, kind, arguments, subject_kind, subject_id, subject_title, at, read_at
                        FROM desk.notice
                        WHERE person = :person%s%s
                        ORDER BY id DESC
                        LIMIT :rows
                        """.formatted(
                                unreadOnly ? " AND read_at IS NULL" : "", after == null ? "" : " AND id < :after"))
                .param("person", person.value())
                .param("after", after == null ? null : id(page, after))
                .param("rows", page.limit() + 1)
                .query(JdbcNotices::notice)
                .list();
        boolean more = rows.size() > page.limit();
        List<Notice> items = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? PageRequest.cursorOf(List.of(items.getLast().id().toString())) : null;
        Total total = page.count() ? total(person, unreadOnly) : new Total(null, false);
        return new Page<>(items, next, total.rows(), total.bound());
    }

    private record Total(@Nullable Long rows, boolean bound) {}

    private Total total(ActorId person, boolean unreadOnly) {
        long rows = counted(person, unreadOnly, PageRequest.TOTAL_MAX + 1);
        return new Total(Math.min(rows, PageRequest.TOTAL_MAX), rows > PageRequest.TOTAL_MAX);
    }

    @Override
    public long unread(ActorId person) {
        return counted(person, true, Notices.UNREAD_MAX);
    }

    private long counted(ActorId person, boolean unreadOnly, int bound) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM desk.notice WHERE person = :person"
                        + (unreadOnly ? " AND read_at IS NULL" : "") + " LIMIT :bound) AS counted")
                .param("person", person.value())
                .param("bound", bound)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean read(ActorId person, NoticeId id, Instant at) {
        return jdbc.sql("""
                        UPDATE desk.notice
                        SET read_at = COALESCE(read_at, :at)
                        WHERE id = :id AND person = :person
                        """)
                        .param("at", JdbcTaskStore.at(at))
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public int readAll(ActorId person, Instant until, Instant at) {
        return jdbc.sql("""
                        UPDATE desk.notice
                        SET read_at = :at
                        WHERE person = :person AND read_at IS NULL AND at <= :until
                        """)
                .param("at", JdbcTaskStore.at(at))
                .param("until", JdbcTaskStore.at(until))
                .param("person", person.value())
                .update();
    }

    private static UUID id(PageRequest page, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(
                    "cursor", page.cursor(), "cursor", "expected: the value of `next` of the previous page");
        }
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                new ActorId(row.getObject("person", UUID.class)),
                told(row),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                JdbcTaskStore.instant(row, "read_at"));
    }

    static NewNotice told(ResultSet row) throws SQLException {
        String kind = row.getString("subject_kind");
        return new NewNotice(
                row.getString("kind"),
                JdbcTaskStore.texts(row.getArray("arguments")),
                kind == null ? null : new Link(kind, row.getString("subject_id"), row.getString("subject_title")));
    }
}
