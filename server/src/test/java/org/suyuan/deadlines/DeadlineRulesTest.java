package org.suyuan.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.calendar.Budget;

/** The limits of the law as rows: what is known from the start, and how another is put in force (standards b-f, R3.87). */
class DeadlineRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final DeadlinesWorld world = new DeadlinesWorld("2026-11-22T09:00:00+08:00");

    @ParameterizedTest
    @CsvSource({
        "complaint-acceptance, WORKING_DAYS, 7, VERIFIED",
        "complaint-mediation, NATURAL_DAYS, 60, VERIFIED",
        "mediation-clue-check, WORKING_DAYS, 15, VERIFIED",
        "report-check, WORKING_DAYS, 15, HIGH",
        "jurisdiction-dispute, WORKING_DAYS, 7, VERIFIED",
        "food-recall-start-1, HOURS, 24, LOW",
        "food-recall-start-2, HOURS, 48, LOW",
        "food-recall-start-3, HOURS, 72, LOW",
        "food-recall-completion-1, WORKING_DAYS, 10, LOW",
        "food-recall-completion-3, WORKING_DAYS, 30, LOW",
        "drug-recall-notice-2, NATURAL_DAYS, 3, HIGH",
        "drug-recall-report, WORKING_DAYS, 10, HIGH",
        "goods-recall-plan, WORKING_DAYS, 10, MEDIUM",
        "sample-delivery, WORKING_DAYS, 5, VERIFIED",
        "test-report, WORKING_DAYS, 20, VERIFIED",
        "fail-result, WORKING_DAYS, 2, MEDIUM",
        "retest-request, WORKING_DAYS, 7, VERIFIED",
        "retest-conclusion, WORKING_DAYS, 10, HIGH",
        "objection-decision-authenticity, WORKING_DAYS, 30, HIGH",
        "sampling-disposal, NATURAL_DAYS, 90, HIGH",
        "rapid-test-objection, HOURS, 4, VERIFIED",
        "product-objection, NATURAL_DAYS, 15, VERIFIED",
        "inspection-publication, WORKING_DAYS, 20, VERIFIED",
        "food-incident-report, HOURS, 2, HIGH",
    })
    void a_limit_of_the_law_is_known_from_the_first_start(String code, LimitUnit unit, int amount, Evidence evidence) {
        RuleText rule = world.rules.inForce(code, TODAY).orElseThrow().text();
        assertThat(LimitUnit.of(rule.budget())).isEqualTo(unit);
        assertThat(rule.budget().amount()).isEqualTo(amount);
        assertThat(rule.evidence()).isEqualTo(evidence);
        assertThat(rule.citation()).contains("《").doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({
        "complaint-mediation, 2026-04-14, WORKING_DAYS, 45",
        "drug-recall-notice-1, 2022-10-31, HOURS, 24",
        "drug-recall-notice-1, 2022-11-01, NATURAL_DAYS, 1",
        "pass-result, 2019-09-30, WORKING_DAYS, 10",
        "retest-request, 2018-01-01, WORKING_DAYS, 5",
    })
    void the_version_of_the_day_holds(String code, LocalDate day, LimitUnit unit, int amount) {
        Budget budget = world.rules.inForce(code, day).orElseThrow().text().budget();
        assertThat(LimitUnit.of(budget)).isEqualTo(unit);
        assertThat(budget.amount()).isEqualTo(amount);
    }

    @Test
    void what_is_not_well_known_never_refuses() {
        assertThat(Evidence.MEDIUM.mayRefuse()).isFalse();
        assertThat(Evidence.LOW.mayRefuse()).isFalse();
        assertThat(Evidence.HIGH.mayRefuse()).isTrue();
    }

    @Test
    void a_list_as_of_a_day_has_each_rule_once() {
        Page<Rule> now = list(new RuleFilter(null, null, null, TODAY));
        assertThat(now.items())
                .extracting(rule -> rule.text().code())
                .doesNotHaveDuplicates()
                .contains("complaint-mediation");
        assertThat(now.items())
                .extracting(rule -> rule.text().code())
                .doesNotContain("reporter-notice", "liquor-filing");
        assertThat(now.items())
                .allSatisfy(rule -> assertThat(world.rules
                                .inForce(rule.text().code(), TODAY)
                                .orElseThrow()
                                .id())
                        .isEqualTo(rule.id()));
        assertThat(list(new RuleFilter("complaint-mediation", null, null, null)).items())
                .hasSize(2);
        assertThat(list(new RuleFilter(null, "药品", null, TODAY)).items()).hasSizeGreaterThan(5);
    }

    private Page<Rule> list(RuleFilter filter) {
        return world.rules.list(Officers.DRAFTER, filter, new PageRequest(200, null, false));
    }

    @Test
    void a_new_version_holds_for_clocks_that_start_in_its_validity_while_running_ones_keep_theirs() {
        ClockId running = world.start("complaint-acceptance", "2026-11-20T10:00:00+08:00");
        Rule draft = world.rules.draft(Officers.DRAFTER, text("complaint-acceptance", LocalDate.of(2026, 11, 22), 5));
        assertThat(acceptance(TODAY)).isEqualTo(7);
        assertThatThrownBy(() -> world.rules.approve(
                        Officers.within(Officers.BOTH.scope(), "x", Permission.RULES_DRAFT), draft.id(), null))
                .isInstanceOf(AccessRefused.class);
        world.rules.approve(Officers.APPROVER, draft.id(), "新办法施行");
        assertThat(acceptance(TODAY)).isEqualTo(5);
        assertThat(acceptance(TODAY.minusDays(1))).isEqualTo(7);
        assertThat(world.seen(running).rule().text().budget().amount()).isEqualTo(7);
        assertThat(world.decided)
                .extracting(deed -> deed.action())
                .contains("deadlines.rule.drafted", "deadlines.rule.approved");
    }

    private int acceptance(LocalDate day) {
        return world.rules
                .inForce("complaint-acceptance", day)
                .orElseThrow()
                .text()
                .budget()
                .amount();
    }

    @Test
    void nobody_approves_his_own_rule() {
        Rule own = world.rules.draft(Officers.BOTH, text("own-rule", TODAY, 3));
        assertThatThrownBy(() -> world.rules.approve(Officers.BOTH, own.id(), null))
                .isInstanceOfSatisfying(
                        Problem.class, thrown -> assertThat(thrown.type()).isEqualTo(DeadlinesProblem.OWN_DRAFT));
        assertThat(world.rules.reject(Officers.BOTH, own.id(), "撤回").state()).isEqualTo(DraftState.REJECTED);
        assertThat(world.rules.inForce("own-rule", TODAY)).isEmpty();
    }

    @Test
    void a_rule_with_faults_is_refused_with_all_of_them() {
        RuleText bad = new RuleText(
                "Bad Code",
                "",
                "name",
                "从何时",
                "from when",
                new Budget.WorkingDays(3),
                List.of(new Rung(1, LimitUnit.HOURS), new Rung(1, LimitUnit.HOURS)),
                TODAY,
                TODAY,
                "某办法",
                Evidence.HIGH,
                null);
        assertThatThrownBy(() -> world.rules.draft(Officers.DRAFTER, bad))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/code", "/name", "/validTo", "/rungs"));
    }

    @ParameterizedTest
    @CsvSource({"-2wd, -2", "due, 0", "+1wd, 1", "-4h, -4", "+30d, 30"})
    void a_rung_is_written_as_it_is_read(String code, int offset) {
        Rung rung = Rung.parse(code).orElseThrow();
        assertThat(rung.offset()).isEqualTo(offset);
        assertThat(rung.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2wd", "+0wd", "-1000d", "-2w", "Due"})
    void what_is_no_rung_is_refused(String code) {
        assertThat(Rung.parse(code)).isEmpty();
    }

    private static RuleText text(String code, LocalDate from, int days) {
        return new RuleText(
                code,
                "某期限",
                "some limit",
                "某日",
                "some day",
                new Budget.WorkingDays(days),
                List.of(new Rung(0, LimitUnit.WORKING_DAYS)),
                from,
                null,
                "《某办法》第一条",
                Evidence.VERIFIED,
                null);
    }
}
