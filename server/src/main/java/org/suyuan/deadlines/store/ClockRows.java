package org.suyuan.deadlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.deadlines.ClockEntry;
import org.suyuan.deadlines.ClockId;
import org.suyuan.deadlines.ClockState;
import org.suyuan.deadlines.ClockSubject;
import org.suyuan.deadlines.Rule;
import org.suyuan.deadlines.Rung;
import org.suyuan.deadlines.RunningClock;
import org.suyuan.deadlines.RunningClock.RungTime;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Scope;

/** Reads clocks with what belongs to them: three queries, however many clocks. */
final class ClockRows {
    private static final String SELECT = """
            SELECT t.id, t.subject_kind, t.subject_id, t.subject_title, t.region_path, t.organisation_id, t.operator_id,
                   t.started_at, t.state AS clock_state, t.due_day, t.due_at, t.provisional, t.edition, t.version,
                   r.id AS rule_id, r.code, r.name, r.name_en, r.begins, r.begins_en, r.unit, r.amount, r.shift, r.rungs,
                   r.valid_from, r.valid_to, r.citation, r.evidence, r.note, r.state, r.drafted_by, r.drafted_by_name,
                   r.drafted_at, r.decided_by, r.decided_by_name, r.decided_at, r.decision_reason
            FROM deadlines.clock t
            JOIN deadlines.rule r ON r.id = t.rule
            """;

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Clocks alone, without entries and rungs. */
    List<RunningClock> select(String where, Map<String, Object> parameters) {
        return jdbc.sql(SELECT + where)
                .params(parameters)
                .query(ClockRows::clock)
                .list();
    }

    Listing<RunningClock> listing(Scope scope) {
        return new Listing<>(
                        SELECT,
                        ClockRows::clock,
                        (RunningClock clock) -> clock.id().value())
                .within(scope);
    }

    /** The same clocks with their entries and rungs. */
    List<RunningClock> whole(List<RunningClock> clocks) {
        if (clocks.isEmpty()) {
            return clocks;
        }
        UUID[] ids = clocks.stream().map(clock -> clock.id().value()).toArray(UUID[]::new);
        Map<ClockId, List<ClockEntry>> entries = entries(ids);
        Map<ClockId, List<RungTime>> rungs = rungs(ids);
        return clocks.stream()
                .map(clock -> new RunningClock(
                        clock.id(),
                        clock.rule(),
                        clock.subject(),
                        clock.startedAt(),
                        clock.state(),
                        entries.getOrDefault(clock.id(), List.of()),
                        rungs.getOrDefault(clock.id(), List.of()),
                        clock.due(),
                        clock.edition(),
                        clock.version()))
                .toList();
    }

    private Map<ClockId, List<ClockEntry>> entries(UUID[] ids) {
        Map<ClockId, List<ClockEntry>> entries = new HashMap<>();
        jdbc.sql("SELECT * FROM deadlines.clock_entry WHERE clock = ANY (:ids) ORDER BY clock, number")
                .param("ids", ids)
                .query(row -> {
                    ClockEntry entry = new ClockEntry(
                            ClockEntry.Kind.valueOf(row.getString("kind")),
                            Signatures.instant(row, "at"),
                            Signatures.instant(row, "entered_at"),
                            new ActorId(row.getObject("actor", UUID.class)),
                            row.getString("actor_name"),
                            row.getString("reason"),
                            row.getString("legal_basis"),
                            JdbcClockBook.due(row),
                            row.getLong("edition"));
                    entries.computeIfAbsent(clockOf(row), _ -> new ArrayList<>())
                            .add(entry);
                });
        return entries;
    }

    Map<ClockId, List<RungTime>> rungs(UUID[] ids) {
        Map<ClockId, List<RungTime>> rungs = new HashMap<>();
        jdbc.sql("SELECT * FROM deadlines.clock_rung WHERE clock = ANY (:ids) ORDER BY clock, fires_at, code")
                .param("ids", ids)
                .query(row -> {
                    Rung rung = Rung.parse(row.getString("code")).orElseThrow();
                    rungs.computeIfAbsent(clockOf(row), _ -> new ArrayList<>())
                            .add(new RungTime(
                                    rung,
                                    Signatures.instantIfAny(row, "fires_at"),
                                    Signatures.instantIfAny(row, "fired_at")));
                });
        return rungs;
    }

    private static ClockId clockOf(ResultSet row) throws SQLException {
        return new ClockId(row.getObject("clock", UUID.class));
    }

    private static RunningClock clock(ResultSet row, int number) throws SQLException {
        Rule rule = JdbcRuleBook.rule(row, "rule_id");
        return new RunningClock(
                new ClockId(row.getObject("id", UUID.class)),
                rule,
                subject(row),
                Signatures.instant(row, "started_at"),
                ClockState.valueOf(row.getString("clock_state")),
                List.of(),
                List.of(),
                JdbcClockBook.due(row),
                row.getLong("edition"),
                row.getLong("version"));
    }

    static ClockSubject subject(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        UUID operator = row.getObject("operator_id", UUID.class);
        return new ClockSubject(
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("subject_title"),
                row.getString("region_path"),
                organisation == null ? null : new OrganisationId(organisation),
                operator == null ? null : new OperatorId(operator));
    }
}
