package org.suyuan.deadlines.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.deadlines.Calculations;
import org.suyuan.deadlines.LimitUnit;
import org.suyuan.deadlines.web.DeadlineViews.DayView;
import org.suyuan.deadlines.web.DeadlineViews.DueView;
import org.suyuan.deadlines.web.DeadlineViews.RemainingView;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Budget.Shift;
import org.suyuan.shared.calendar.Suspension;
import org.suyuan.shared.calendar.WorkingCalendar;

@RestController
@RequestMapping(Answers.BASE + "/calculations")
@Tag(name = "deadlines: calculations", description = "What a limit would be, explained day by day")
class CalculationController {
    private final Calculations calculations;
    private final DeadlineViews views;
    private final RuleViews rules;
    private final Words words;

    CalculationController(Calculations calculations, DeadlineViews views, RuleViews rules, Words words) {
        this.calculations = calculations;
        this.views = views;
        this.rules = rules;
        this.words = words;
    }

    /**
     * @param rule code of a rule; or
     * @param budget a limit of one's own
     */
    record Calculation(
            @Nullable String rule,
            @Nullable Limit budget,
            OffsetDateTime start,
            @Nullable List<Pause> suspensions) {

        record Limit(LimitUnit unit, int amount, @Nullable Shift shift) {
            Budget budget() {
                return RuleController.budget(unit, amount, shift);
            }
        }

        record Pause(
                OffsetDateTime from,
                @Nullable OffsetDateTime to,
                @Nullable String reason,
                @Nullable String legalBasis) {
            Suspension suspension(int index) {
                if (to != null && to.isBefore(from)) {
                    throw InvalidInput.of(
                            "/suspensions/" + index + "/to", to.toString(), "order", "expected: not before " + from);
                }
                return new Suspension(
                        from.toInstant(),
                        to == null ? null : to.toInstant(),
                        reason == null ? "" : reason,
                        legalBasis == null ? "" : legalBasis);
            }
        }

        List<Suspension> ledger() {
            List<Pause> pauses = suspensions == null ? List.of() : suspensions;
            return IntStream.range(0, pauses.size())
                    .mapToObj(i -> pauses.get(i).suspension(i))
                    .toList();
        }
    }

    /**
     * @param rule the version of the rule that holds for the start
     * @param limit in words
     * @param due absent while a suspension is open
     * @param unspent what is left of the limit while a suspension is open: days, for limits in hours minutes
     * @param edition of the calendar
     */
    record Calculated(
            RuleViews.@Nullable RuleView rule,
            String limit,
            @Nullable DueView due,
            @Nullable RemainingView remaining,
            @Nullable Long unspent,
            String edition,
            List<DayView> explanation,
            boolean truncated) {}

    @PostMapping
    @Operation(summary = "Count a limit without starting a clock")
    Calculated calculate(Actor actor, @RequestBody Calculation wanted, Locale locale) {
        Budget budget = wanted.budget() == null ? null : wanted.budget().budget();
        var result = calculations.calculate(
                actor, wanted.rule(), budget, wanted.start().toInstant(), wanted.ledger());
        var deadline = result.deadline();
        LocalDate today = LocalDate.ofInstant(result.now(), WorkingCalendar.ZONE);
        var explanation = views.explanation(deadline, today, locale);
        return new Calculated(
                result.rule() == null ? null : rules.row(result.rule(), locale),
                words.budget(deadline.budget(), locale),
                views.due(deadline.due(), deadline.budget(), locale),
                views.remaining(deadline, result.now(), locale),
                deadline.due() == null ? deadline.unspent() : null,
                deadline.calendar().version(),
                explanation.days(),
                explanation.truncated());
    }
}
