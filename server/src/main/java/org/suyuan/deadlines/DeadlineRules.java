package org.suyuan.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** The rules: rows with validity and citation, entered by one person and put in force by another. */
@Component
public class DeadlineRules {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int CODE_LENGTH_MAX = 60;
    private static final int NAME_LENGTH_MAX = 100;

    private final RuleBook rules;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineRules(RuleBook rules, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The version that a clock starting on the day takes. */
    public Optional<Rule> inForce(String code, LocalDate on) {
        return rules.inForce(code, on);
    }

    public Page<Rule> list(Actor actor, RuleFilter filter, PageRequest page) {
        actor.require(Permission.DEADLINES_READ);
        return rules.list(filter, page);
    }

    public Optional<Rule> find(Actor actor, RuleId id) {
        actor.require(Permission.DEADLINES_READ);
        return rules.find(id);
    }

    public Rule draft(Actor actor, RuleText text) {
        actor.require(Permission.RULES_DRAFT);
        check(text);
        Signature drafted = new Signature(actor.id(), actor.name(), clock.instant(), null);
        Rule rule = new Rule(new RuleId(Uuid7.next(clock)), text, DraftState.DRAFT, drafted, null);
        transaction.executeWithoutResult(_ -> {
            rules.draft(rule);
            audit.decided(
                    actor, Deed.of("deadlines.rule.drafted", subject(rule)).because(null, text.citation()));
        });
        return rule;
    }

    public Rule approve(Actor actor, RuleId id, @Nullable String reason) {
        Texts.check("reason", reason);
        return decide(actor, id, true, reason);
    }

    public Rule reject(Actor actor, RuleId id, String reason) {
        Texts.require("reason", reason, Texts.LENGTH_MAX);
        return decide(actor, id, false, reason);
    }

    private Rule decide(Actor actor, RuleId id, boolean approved, @Nullable String reason) {
        actor.require(Permission.RULES_APPROVE);
        return transaction.execute(_ -> {
            Rule draft = rules.find(id).orElseThrow(() -> Calendars.notFound(id));
            FourEyes.check(actor, draft.state(), draft.drafted(), approved);
            if (!rules.decide(id, approved, new Signature(actor.id(), actor.name(), clock.instant(), reason))) {
                throw FourEyes.alreadyDecided();
            }
            String action = approved ? "deadlines.rule.approved" : "deadlines.rule.rejected";
            Map<String, String> facts =
                    Map.of("validFrom", draft.text().validFrom().toString());
            audit.decided(
                    actor,
                    Deed.of(action, subject(draft), facts)
                            .because(reason, draft.text().citation()));
            return rules.find(id).orElseThrow(() -> Calendars.notFound(id));
        });
    }

    private static void check(RuleText text) {
        List<FieldError> errors = new ArrayList<>();
        if (!CODE.matcher(text.code()).matches() || text.code().length() > CODE_LENGTH_MAX) {
            errors.add(new FieldError(
                    "/code",
                    text.code(),
                    "code",
                    "expected: small letters, digits and hyphens, at most " + CODE_LENGTH_MAX));
        }
        requireText("/name", text.name(), NAME_LENGTH_MAX, errors);
        requireText("/nameEn", text.nameEn(), NAME_LENGTH_MAX, errors);
        requireText("/begins", text.begins(), NAME_LENGTH_MAX, errors);
        requireText("/beginsEn", text.beginsEn(), NAME_LENGTH_MAX, errors);
        requireText("/citation", text.citation(), Texts.LENGTH_MAX, errors);
        LocalDate validTo = text.validTo();
        if (validTo != null && !validTo.isAfter(text.validFrom())) {
            errors.add(new FieldError(
                    "/validTo", validTo.toString(), "period", "expected: a day after " + text.validFrom()));
        }
        if (text.rungs().size() > Rung.RUNGS_MAX
                || new HashSet<>(text.rungs()).size() < text.rungs().size()) {
            errors.add(new FieldError("/rungs", null, "rungs", "expected: at most " + Rung.RUNGS_MAX + ", each once"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static void requireText(String pointer, String text, int lengthMax, List<FieldError> errors) {
        if (text.isBlank() || text.length() > lengthMax) {
            errors.add(new FieldError(pointer, text, "length", "expected: 1 … " + lengthMax + " characters"));
        }
    }

    private static Subject subject(Rule rule) {
        return Subject.of("rule", rule.id().toString(), rule.text().name());
    }
}
