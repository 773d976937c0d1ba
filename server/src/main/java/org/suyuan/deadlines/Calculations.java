package org.suyuan.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.Suspension;
import org.suyuan.shared.calendar.WorkingCalendar;

/** What a limit would be, without starting a clock: for forms, for citizens at the counter, for checking a rule draft. */
@Component
public class Calculations {
    /** More interruptions than any case has. */
    public static final int SUSPENSIONS_MAX = 100;

    private final Calendars calendars;
    private final DeadlineRules rules;
    private final Clock clock;

    Calculations(Calendars calendars, DeadlineRules rules, Clock clock) {
        this.calendars = calendars;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param rule by which it was counted; null when a budget was given instead */
    public record Result(@Nullable Rule rule, Deadline deadline, Instant now) {}

    /**
     * @param rule code of a rule, taken as of the day of the start; or null and
     * @param budget given
     */
    public Result calculate(
            Actor actor, @Nullable String rule, @Nullable Budget budget, Instant start, List<Suspension> suspensions) {
        actor.require(Permission.DEADLINES_READ);
        if ((rule == null) == (budget == null)) {
            throw InvalidInput.of("/rule", rule, "exactly-one", "expected: either rule or budget");
        }
        if (suspensions.size() > SUSPENSIONS_MAX) {
            throw InvalidInput.of("/suspensions", null, "count", "expected: at most " + SUSPENSIONS_MAX);
        }
        Rule found = rule == null ? null : inForce(rule, LocalDate.ofInstant(start, WorkingCalendar.ZONE));
        Budget counted =
                found == null ? Objects.requireNonNull(budget) : found.text().budget();
        return new Result(found, calendars.current().deadline(counted, start, suspensions), clock.instant());
    }

    private Rule inForce(String code, LocalDate on) {
        return rules.inForce(code, on)
                .orElseThrow(
                        () -> InvalidInput.of("/rule", code, "rule-in-force", "expected: a rule in force on " + on));
    }
}
