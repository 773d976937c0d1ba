package org.suyuan.deadlines.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.deadlines.DeadlineRules;
import org.suyuan.deadlines.Evidence;
import org.suyuan.deadlines.LimitUnit;
import org.suyuan.deadlines.Rule;
import org.suyuan.deadlines.RuleFilter;
import org.suyuan.deadlines.RuleId;
import org.suyuan.deadlines.RuleText;
import org.suyuan.deadlines.Rung;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Budget.Shift;
import org.suyuan.shared.web.IfMatch;

@RestController
@RequestMapping(Answers.BASE + "/rules")
@Tag(name = "deadlines: rules", description = "Limits of the law: budget, validity, citation, escalation")
class RuleController {
    private final DeadlineRules rules;
    private final RuleViews views;

    RuleController(DeadlineRules rules, RuleViews views) {
        this.rules = rules;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Rules in all their versions, newest first; at=date: those in force on that day")
    Page<RuleViews.RuleView> list(
            Actor actor, @ParameterObject RuleFilter filter, @ParameterObject PageRequest page, Locale locale) {
        Page<Rule> found = rules.list(actor, filter, page);
        return new Page<>(
                found.items().stream().map(rule -> views.row(rule, locale)).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One version of a rule")
    ResponseEntity<RuleViews.RuleView> find(Actor actor, @PathVariable String id, Locale locale) {
        Rule rule = rules.find(actor, id(id)).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(rule, actor, locale), Answers.revision(rule.state()));
    }

    /**
     * @param shift only for natural days; absent: a limit that ends on any non-working day moves on
     * @param rungs for example {@code -2wd}, {@code due}, {@code +1wd}, {@code -4h}, {@code -3d}
     */
    record RuleDraft(
            String code,
            String nameZh,
            String nameEn,
            String beginsZh,
            String beginsEn,
            LimitUnit unit,
            int amount,
            @Nullable Shift shift,
            List<String> rungs,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String citation,
            Evidence evidence,
            @Nullable String note) {

        RuleText text() {
            return new RuleText(
                    code,
                    nameZh,
                    nameEn,
                    beginsZh,
                    beginsEn,
                    budget(unit, amount, shift),
                    parsed(),
                    validFrom,
                    validTo,
                    citation,
                    evidence,
                    note);
        }

        private List<Rung> parsed() {
            List<Rung> parsed = new ArrayList<>();
            for (int i = 0; i < rungs.size(); i++) {
                String pointer = "/rungs/" + i;
                String text = rungs.get(i);
                parsed.add(Rung.parse(text)
                        .orElseThrow(() -> InvalidInput.of(
                                pointer, text, "rung", "expected: due, or + or - with 1 … 999 and wd, d or h")));
            }
            return parsed;
        }
    }

    static Budget budget(LimitUnit unit, int amount, @Nullable Shift shift) {
        if (amount < 1 || amount > Budget.AMOUNT_MAX) {
            throw InvalidInput.of("/amount", String.valueOf(amount), "range", "expected: 1 … " + Budget.AMOUNT_MAX);
        }
        return unit.budget(amount, shift == null ? Shift.NON_WORKING_DAY : shift);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a rule, or another version of one")
    ResponseEntity<RuleViews.RuleView> draft(Actor actor, @RequestBody RuleDraft draft, Locale locale) {
        Rule made = rules.draft(actor, draft.text());
        return ResponseEntity.created(URI.create(Answers.BASE + "/rules/" + made.id()))
                .eTag(Answers.revision(made.state()).etag())
                .body(views.detail(made, actor, locale));
    }

    @PostMapping("/{id}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put a version in force for clocks that start in its validity; running clocks keep theirs")
    RuleViews.RuleView approve(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Answers.Reason body, Locale locale) {
        check(actor, id, ifMatch);
        return views.detail(rules.approve(actor, id(id), body.reason()), actor, locale);
    }

    @PostMapping("/{id}/rejections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reject a draft, or take back one's own")
    RuleViews.RuleView reject(
            Actor actor,
            @PathVariable String id,
            IfMatch ifMatch,
            @RequestBody Answers.RequiredReason body,
            Locale locale) {
        check(actor, id, ifMatch);
        return views.detail(rules.reject(actor, id(id), body.reason()), actor, locale);
    }

    private void check(Actor actor, String id, IfMatch ifMatch) {
        if (ifMatch.header() != null) {
            rules.find(actor, id(id)).ifPresent(rule -> ifMatch.check(Answers.revision(rule.state())));
        }
    }

    private static RuleId id(String text) {
        return new RuleId(Answers.pathId(text));
    }
}
