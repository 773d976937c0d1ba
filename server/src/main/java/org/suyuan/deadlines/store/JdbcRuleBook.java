package org.suyuan.deadlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.deadlines.DraftState;
import org.suyuan.deadlines.Evidence;
import org.suyuan.deadlines.LimitUnit;
import org.suyuan.deadlines.Rule;
import org.suyuan.deadlines.RuleBook;
import org.suyuan.deadlines.RuleFilter;
import org.suyuan.deadlines.RuleId;
import org.suyuan.deadlines.RuleText;
import org.suyuan.deadlines.Rung;
import org.suyuan.deadlines.Signature;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.calendar.Budget;

@Repository
class JdbcRuleBook implements RuleBook {
    /** The version of each code in force on a day, before its own end is looked at. */
    private static final String LATEST = """
            NOT EXISTS (SELECT 1
                        FROM deadlines.rule later
                        WHERE later.code = t.code
                          AND later.state = 'APPROVED'
                          AND later.valid_from <= :at
                          AND (later.valid_from, later.decided_at, later.id) > (t.valid_from, t.decided_at, t.id))
            """;

    private final JdbcClient jdbc;

    JdbcRuleBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void draft(Rule rule) {
        RuleText text = rule.text();
        jdbc.sql("""
                        INSERT INTO deadlines.rule
                            (id, code, name, name_en, begins, begins_en, unit, amount, shift, rungs, valid_from, valid_to,
                             citation, evidence, note, state, drafted_by, drafted_by_name, drafted_at)
                        VALUES (:id, :code, :name, :nameEn, :begins, :beginsEn, :unit, :amount, :shift, :rungs, :validFrom,
                                :validTo, :citation, :evidence, :note, 'DRAFT', :by, :byName, :at)
                        """)
                .param("id", rule.id().value())
                .param("code", text.code())
                .param("name", text.name())
                .param("nameEn", text.nameEn())
                .param("begins", text.begins())
                .param("beginsEn", text.beginsEn())
                .param("unit", LimitUnit.of(text.budget()).name())
                .param("amount", text.budget().amount())
                .param("shift", LimitUnit.shift(text.budget()).name())
                .param("rungs", text.rungs().stream().map(Rung::code).toArray(String[]::new))
                .param("validFrom", text.validFrom())
                .param("validTo", text.validTo())
                .param("citation", text.citation())
                .param("evidence", text.evidence().name())
                .param("note", text.note())
                .param("by", Signatures.id(rule.drafted()))
                .param("byName", rule.drafted().name())
                .param("at", Signatures.sql(rule.drafted().at()))
                .update();
    }

    @Override
    public Optional<Rule> find(RuleId id) {
        return jdbc.sql("SELECT * FROM deadlines.rule WHERE id = :id")
                .param("id", id.value())
                .query(JdbcRuleBook::rule)
                .optional();
    }

    @Override
    public Optional<Rule> inForce(String code, LocalDate on) {
        return jdbc.sql("""
                        SELECT *
                        FROM deadlines.rule
                        WHERE code = :code
                          AND state = 'APPROVED'
                          AND valid_from <= :on
                        ORDER BY valid_from DESC, decided_at DESC, id DESC
                        LIMIT 1
                        """)
                .param("code", code)
                .param("on", on)
                .query(JdbcRuleBook::rule)
                .optional()
                .filter(rule ->
                        rule.text().validTo() == null || on.isBefore(rule.text().validTo()));
    }

    @Override
    public Page<Rule> list(RuleFilter filter, PageRequest page) {
        Listing<Rule> listing = new Listing<>(
                        "SELECT t.* FROM deadlines.rule t",
                        JdbcRuleBook::rule,
                        rule -> rule.id().value())
                .where("t.code = :code", "code", filter.code())
                .where(
                        "t.state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .where(
                        "(strpos(lower(t.code), lower(:q)) > 0 OR strpos(lower(t.name), lower(:q)) > 0"
                                + " OR strpos(lower(t.name_en), lower(:q)) > 0 OR strpos(lower(t.citation), lower(:q)) > 0)",
                        "q",
                        filter.q());
        if (filter.at() != null) {
            listing.where("t.state = 'APPROVED' AND t.valid_from <= :at", "at", filter.at())
                    .where("(t.valid_to IS NULL OR t.valid_to > :at)", "at", filter.at())
                    .where(LATEST, "at", filter.at());
        }
        return listing.page(jdbc, page);
    }

    @Override
    public boolean decide(RuleId id, boolean approved, Signature decision) {
        return jdbc.sql("""
                                UPDATE deadlines.rule
                                SET state = :state,
                                    decided_by = :by,
                                    decided_by_name = :name,
                                    decided_at = :at,
                                    decision_reason = :reason
                                WHERE id = :id
                                  AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("state", approved ? "APPROVED" : "REJECTED")
                        .param("by", Signatures.id(decision))
                        .param("name", decision.name())
                        .param("at", Signatures.sql(decision.at()))
                        .param("reason", decision.reason())
                        .update()
                == 1;
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        return rule(row, "id");
    }

    static Rule rule(ResultSet row, String id) throws SQLException {
        String[] codes = (String[]) row.getArray("rungs").getArray();
        List<Rung> rungs =
                Arrays.stream(codes).flatMap(code -> Rung.parse(code).stream()).toList();
        Budget budget = LimitUnit.valueOf(row.getString("unit"))
                .budget(row.getInt("amount"), Budget.Shift.valueOf(row.getString("shift")));
        RuleText text = new RuleText(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("begins"),
                row.getString("begins_en"),
                budget,
                rungs,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("citation"),
                Evidence.valueOf(row.getString("evidence")),
                row.getString("note"));
        return new Rule(
                new RuleId(row.getObject(id, UUID.class)),
                text,
                DraftState.valueOf(row.getString("state")),
                Signatures.drafted(row),
                Signatures.decided(row));
    }
}
