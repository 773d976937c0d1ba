package org.suyuan.deadlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.deadlines.CalendarId;
import org.suyuan.deadlines.CalendarTable;
import org.suyuan.deadlines.DraftState;
import org.suyuan.deadlines.Signature;
import org.suyuan.deadlines.YearTables;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.calendar.YearTable;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;
import org.suyuan.shared.calendar.YearTable.Kind;

@Repository
class JdbcYearTables implements YearTables {
    /** Names the lock between those who count and those who approve; any number nobody else uses. */
    private static final long LOCK = 0x5355_5955_414E_0001L;

    private static final String SELECT = """
            SELECT t.*, (SELECT count(*) FROM deadlines.calendar_day d WHERE d.calendar = t.id) AS day_count
            FROM deadlines.calendar t
            """;

    private final JdbcClient jdbc;

    JdbcYearTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void draft(CalendarTable table) {
        jdbc.sql("""
                        INSERT INTO deadlines.calendar
                            (id, notice, source, state, drafted_by, drafted_by_name, drafted_at)
                        VALUES (:id, :notice, :source, 'DRAFT', :by, :name, :at)
                        """)
                .param("id", table.id().value())
                .param("notice", table.table().notice())
                .param("source", table.source())
                .param("by", Signatures.id(table.drafted()))
                .param("name", table.drafted().name())
                .param("at", Signatures.sql(table.drafted().at()))
                .update();
        days(table.id().value(), table.table().days());
    }

    private void days(UUID calendar, List<DeclaredDay> days) {
        jdbc.sql("""
                        INSERT INTO deadlines.calendar_day (calendar, date, kind, name, name_en)
                        SELECT :calendar, date, kind, name, name_en
                        FROM unnest(:date::date[], :kind::text[], :name::text[], :nameEn::text[])
                            AS day (date, kind, name, name_en)
                        """)
                .param("calendar", calendar)
                .param("date", column(days, day -> day.date().toString()))
                .param("kind", column(days, day -> day.kind().name()))
                .param("name", column(days, DeclaredDay::name))
                .param("nameEn", column(days, DeclaredDay::nameEn))
                .update();
    }

    private static @Nullable String[] column(List<DeclaredDay> days, Function<DeclaredDay, @Nullable String> column) {
        return days.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Optional<CalendarTable> find(CalendarId id) {
        return jdbc.sql(SELECT + "WHERE t.id = :id")
                .param("id", id.value())
                .query((row, _) -> table(row, daysOf(id.value())))
                .optional();
    }

    private List<DeclaredDay> daysOf(UUID calendar) {
        return jdbc.sql("SELECT * FROM deadlines.calendar_day WHERE calendar = :calendar ORDER BY date")
                .param("calendar", calendar)
                .query(JdbcYearTables::day)
                .list();
    }

    @Override
    public Page<CalendarTable> list(@Nullable Integer notice, @Nullable DraftState state, PageRequest page) {
        return new Listing<>(
                        SELECT,
                        (row, _) -> table(row, List.of()),
                        (CalendarTable table) -> table.id().value())
                .where("t.notice = :notice", "notice", notice)
                .where("t.state = :state", "state", state == null ? null : state.name())
                .page(jdbc, page);
    }

    @Override
    public boolean decide(CalendarId id, boolean approved, Signature decision) {
        return jdbc.sql("""
                        UPDATE deadlines.calendar
                        SET state = :state,
                            edition = CASE WHEN :approved THEN nextval('deadlines.edition') END,
                            decided_by = :by,
                            decided_by_name = :name,
                            decided_at = :at,
                            decision_reason = :reason
                        WHERE id = :id
                          AND state = 'DRAFT'
                        """)
                        .param("id", id.value())
                        .param("approved", approved)
                        .param("state", approved ? "APPROVED" : "REJECTED")
                        .param("by", Signatures.id(decision))
                        .param("name", decision.name())
                        .param("at", Signatures.sql(decision.at()))
                        .param("reason", decision.reason())
                        .update()
                == 1;
    }

    @Override
    public long edition() {
        return jdbc.sql("SELECT coalesce(max(edition), 0) FROM deadlines.calendar")
                .query(Long.class)
                .single();
    }

    @Override
    public List<YearTable> asOf(long edition) {
        record Row(int notice, @Nullable DeclaredDay day) {}
        List<Row> rows = jdbc.sql("""
                        SELECT t.notice, d.date, d.kind, d.name, d.name_en
                        FROM (SELECT DISTINCT ON (notice) id, notice
                              FROM deadlines.calendar
                              WHERE edition <= :edition
                              ORDER BY notice, edition DESC) t
                        LEFT JOIN deadlines.calendar_day d ON d.calendar = t.id
                        ORDER BY t.notice, d.date
                        """)
                .param("edition", edition)
                .query((row, number) ->
                        new Row(row.getInt("notice"), row.getObject("date") == null ? null : day(row, number)))
                .list();
        return rows.stream()
                .map(Row::notice)
                .distinct()
                .map(notice -> {
                    List<DeclaredDay> days = rows.stream()
                            .filter(row -> row.notice() == notice)
                            .map(Row::day)
                            .filter(Objects::nonNull)
                            .toList();
                    return new YearTable(notice, days);
                })
                .toList();
    }

    @Override
    public void holdStill() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query((row, _) -> true)
                .single();
    }

    @Override
    public void holdForApproval() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, _) -> true)
                .single();
    }

    /** Enters tables that come with the platform as approved, unless any calendar is there. */
    void supply(List<CalendarTable> supplied) {
        holdForApproval();
        if (edition() > 0) {
            return;
        }
        for (CalendarTable table : supplied) {
            draft(table);
            decide(table.id(), true, table.drafted());
        }
    }

    private static DeclaredDay day(ResultSet row, int number) throws SQLException {
        return new DeclaredDay(
                row.getObject("date", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("name_en"));
    }

    private static CalendarTable table(ResultSet row, List<DeclaredDay> days) throws SQLException {
        return new CalendarTable(
                new CalendarId(row.getObject("id", UUID.class)),
                new YearTable(row.getInt("notice"), days),
                row.getInt("day_count"),
                row.getString("source"),
                DraftState.valueOf(row.getString("state")),
                row.getObject("edition", Long.class),
                Signatures.drafted(row),
                Signatures.decided(row));
    }
}
