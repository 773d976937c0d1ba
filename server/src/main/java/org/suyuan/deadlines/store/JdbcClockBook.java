package org.suyuan.deadlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.deadlines.ClockBook;
import org.suyuan.deadlines.ClockDue;
import org.suyuan.deadlines.ClockEntry;
import org.suyuan.deadlines.ClockFilter;
import org.suyuan.deadlines.ClockId;
import org.suyuan.deadlines.ClockState;
import org.suyuan.deadlines.ClockSubject;
import org.suyuan.deadlines.RungReached;
import org.suyuan.deadlines.RunningClock;
import org.suyuan.deadlines.RunningClock.RungTime;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.calendar.Deadline.Due;

/** Clocks: one row each, their ledger and their rungs beside it; written many at a time. */
@Repository
class JdbcClockBook implements ClockBook {
    private final JdbcClient jdbc;
    private final ClockRows rows;

    JdbcClockBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new ClockRows(jdbc);
    }

    @Override
    public void open(RunningClock clock) {
        ClockSubject subject = clock.subject();
        jdbc.sql("""
                        INSERT INTO deadlines.clock
                            (id, rule, subject_kind, subject_id, subject_title, region_path, organisation_id, operator_id,
                             started_at, state, due_day, due_at, provisional, edition, version)
                        VALUES (:id, :rule, :kind, :subject, :title, :region, :organisation, :operator,
                                :start, :state, :day, :at, :provisional, :edition, :version)
                        """)
                .param("id", clock.id().value())
                .param("rule", clock.rule().id().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("title", subject.title())
                .param("region", subject.regionPath())
                .param(
                        "organisation",
                        subject.organisation() == null
                                ? null
                                : subject.organisation().value())
                .param(
                        "operator",
                        subject.operator() == null ? null : subject.operator().value())
                .param("start", Signatures.sql(clock.startedAt()))
                .param("state", clock.state().name())
                .param("day", clock.due() == null ? null : clock.due().day())
                .param(
                        "at",
                        clock.due() == null ? null : Signatures.sql(clock.due().at()))
                .param("provisional", clock.due() != null && clock.due().provisional())
                .param("edition", clock.edition())
                .param("version", clock.version())
                .update();
        jdbc.sql("INSERT INTO deadlines.clock_rung (clock, code) SELECT :clock, unnest(:codes::text[])")
                .param("clock", clock.id().value())
                .param(
                        "codes",
                        clock.rungs().stream().map(rung -> rung.rung().code()).toArray(String[]::new))
                .update();
        entriesAndRungs(List.of(clock));
    }

    @Override
    public void append(List<RunningClock> clocks) {
        if (clocks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE deadlines.clock c
                        SET state = n.state,
                            due_day = n.due_day,
                            due_at = n.due_at,
                            provisional = n.provisional,
                            edition = n.edition,
                            version = n.version
                        FROM unnest(:id::uuid[], :state::text[], :day::date[], :at::timestamptz[], :provisional::boolean[],
                                    :edition::bigint[], :version::bigint[])
                            AS n (id, state, due_day, due_at, provisional, edition, version)
                        WHERE c.id = n.id
                        """)
                .param("id", texts(clocks, clock -> clock.id().toString()))
                .param("state", texts(clocks, clock -> clock.state().name()))
                .param("day", texts(clocks, clock -> day(clock.due())))
                .param("at", texts(clocks, clock -> at(clock.due())))
                .param("provisional", texts(clocks, clock -> provisional(clock.due())))
                .param("edition", texts(clocks, clock -> String.valueOf(clock.edition())))
                .param("version", texts(clocks, clock -> String.valueOf(clock.version())))
                .update();
        entriesAndRungs(clocks);
    }

    private void entriesAndRungs(List<RunningClock> clocks) {
        record Line(ClockId clock, int number, ClockEntry entry) {}
        List<Line> lines = clocks.stream()
                .map(clock -> new Line(
                        clock.id(), clock.entries().size(), clock.entries().getLast()))
                .toList();
        jdbc.sql("""
                        INSERT INTO deadlines.clock_entry
                            (clock, number, kind, at, entered_at, actor, actor_name, reason, legal_basis, due_day, due_at,
                             provisional, edition)
                        SELECT *
                        FROM unnest(:clock::uuid[], :number::int[], :kind::text[], :at::timestamptz[], :entered::timestamptz[],
                                    :actor::uuid[], :name::text[], :reason::text[], :basis::text[], :day::date[],
                                    :due::timestamptz[], :provisional::boolean[], :edition::bigint[])
                        """)
                .param("clock", texts(lines, line -> line.clock().toString()))
                .param("number", texts(lines, line -> String.valueOf(line.number())))
                .param("kind", texts(lines, line -> line.entry().kind().name()))
                .param("at", texts(lines, line -> line.entry().at().toString()))
                .param("entered", texts(lines, line -> line.entry().enteredAt().toString()))
                .param("actor", texts(lines, line -> line.entry().actor().toString()))
                .param("name", texts(lines, line -> line.entry().actorName()))
                .param("reason", texts(lines, line -> line.entry().reason()))
                .param("basis", texts(lines, line -> line.entry().legalBasis()))
                .param("day", texts(lines, line -> day(line.entry().due())))
                .param("due", texts(lines, line -> at(line.entry().due())))
                .param(
                        "provisional",
                        texts(lines, line -> provisional(line.entry().due())))
                .param(
                        "edition",
                        texts(lines, line -> String.valueOf(line.entry().edition())))
                .update();
        rungTimes(clocks);
    }

    private void rungTimes(List<RunningClock> clocks) {
        record Step(ClockId clock, RungTime rung) {}
        List<Step> steps = new ArrayList<>();
        clocks.forEach(clock -> clock.rungs().stream()
                .filter(rung -> rung.firedAt() == null)
                .forEach(rung -> steps.add(new Step(clock.id(), rung))));
        jdbc.sql("""
                        UPDATE deadlines.clock_rung r
                        SET fires_at = n.fires_at
                        FROM unnest(:clock::uuid[], :code::text[], :at::timestamptz[]) AS n (clock, code, fires_at)
                        WHERE r.clock = n.clock
                          AND r.code = n.code
                          AND r.fired_at IS NULL
                        """)
                .param("clock", texts(steps, step -> step.clock().toString()))
                .param("code", texts(steps, step -> step.rung().rung().code()))
                .param("at", texts(steps, step -> text(step.rung().firesAt())))
                .update();
    }

    @Override
    public Optional<RunningClock> lock(ClockId id) {
        return rows.whole(rows.select("WHERE t.id = :id FOR UPDATE OF t", Map.of("id", id.value()))).stream()
                .findFirst();
    }

    @Override
    public Optional<RunningClock> find(Scope scope, ClockId id) {
        List<RunningClock> found =
                rows.listing(scope).where("t.id = :id", "id", id.value()).all(jdbc);
        return rows.whole(found).stream().findFirst();
    }

    @Override
    public Page<RunningClock> list(Scope scope, ClockFilter filter, PageRequest page) {
        return rows.listing(scope)
                .where("t.subject_kind = :kind", "kind", filter.subjectKind())
                .where("t.subject_id = :subject", "subject", filter.subjectId())
                .where("r.code = :rule", "rule", filter.rule())
                .where(
                        "t.state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .page(jdbc, page);
    }

    @Override
    public Map<ClockId, ClockDue> dues(Collection<ClockId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        UUID[] wanted = ids.stream().map(ClockId::value).toArray(UUID[]::new);
        Map<ClockId, List<RungTime>> rungs = rows.rungs(wanted);
        Map<ClockId, ClockDue> dues = new HashMap<>();
        jdbc.sql("SELECT id, state, due_day, due_at, provisional FROM deadlines.clock WHERE id = ANY (:ids)")
                .param("ids", wanted)
                .query((row, _) -> new ClockDue(
                        new ClockId(row.getObject("id", UUID.class)),
                        ClockState.valueOf(row.getString("state")),
                        due(row),
                        rungs.getOrDefault(new ClockId(row.getObject("id", UUID.class)), List.of())))
                .list()
                .forEach(due -> dues.put(due.clock(), due));
        return dues;
    }

    @Override
    public void recounted(List<ClockId> clocks, long edition) {
        jdbc.sql("UPDATE deadlines.clock SET edition = :edition WHERE id = ANY (:ids)")
                .param("edition", edition)
                .param("ids", clocks.stream().map(ClockId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public List<RunningClock> lockRunning(LocalDate dueFrom, @Nullable ClockId after, int limit) {
        return rows.whole(rows.select(
                """
                WHERE t.state = 'RUNNING'
                  AND t.due_day >= :from
                  AND r.unit <> 'HOURS'
                  AND t.id > :after
                ORDER BY t.id
                LIMIT :limit
                FOR UPDATE OF t
                """, Map.of("from", dueFrom, "after", after == null ? new UUID(0, 0) : after.value(), "limit", limit)));
    }

    @Override
    public List<RungReached> fire(Instant now, int limit) {
        return jdbc.sql("""
                        WITH come AS (
                            SELECT clock, code
                            FROM deadlines.clock_rung
                            WHERE fired_at IS NULL
                              AND fires_at <= :now
                            ORDER BY fires_at
                            LIMIT :limit
                            FOR UPDATE SKIP LOCKED)
                        UPDATE deadlines.clock_rung g
                        SET fired_at = :now
                        FROM come, deadlines.clock t, deadlines.rule r
                        WHERE g.clock = come.clock
                          AND g.code = come.code
                          AND t.id = g.clock
                          AND r.id = t.rule
                        RETURNING g.code AS rung, r.code AS rule_code, r.name AS rule_name, r.name_en AS rule_name_en, t.*
                        """)
                .param("now", Signatures.sql(now))
                .param("limit", limit)
                .query(JdbcClockBook::reached)
                .list();
    }

    private static RungReached reached(ResultSet row, int number) throws SQLException {
        Due due = due(row);
        if (due == null) {
            throw new IllegalStateException("clock " + row.getString("id") + " has rungs to tell and no end");
        }
        return new RungReached(
                new ClockId(row.getObject("id", UUID.class)),
                row.getString("rung"),
                row.getString("rule_code"),
                row.getString("rule_name"),
                row.getString("rule_name_en"),
                ClockRows.subject(row),
                due);
    }

    static @Nullable Due due(ResultSet row) throws SQLException {
        Instant at = Signatures.instantIfAny(row, "due_at");
        return at == null
                ? null
                : new Due(row.getObject("due_day", LocalDate.class), at, row.getBoolean("provisional"));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String day(@Nullable Due due) {
        return due == null ? null : due.day().toString();
    }

    private static @Nullable String at(@Nullable Due due) {
        return due == null ? null : due.at().toString();
    }

    private static String provisional(@Nullable Due due) {
        return String.valueOf(due != null && due.provisional());
    }
}
