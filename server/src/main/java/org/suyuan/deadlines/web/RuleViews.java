package org.suyuan.deadlines.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.deadlines.LimitUnit;
import org.suyuan.deadlines.Rule;
import org.suyuan.deadlines.RuleText;
import org.suyuan.deadlines.web.Answers.AllowedAction;
import org.suyuan.deadlines.web.Answers.SignatureView;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Actor;

/** Shows rules in the reader's language. */
@Component
class RuleViews {
    private final Words words;

    RuleViews(Words words) {
        this.words = words;
    }

    /**
     * @param limit the budget in words: 7个工作日
     * @param mayRefuse whether the evidence is good enough to refuse somebody because of it
     */
    record RuleView(
            String id,
            String code,
            String name,
            String nameZh,
            String nameEn,
            String begins,
            String beginsZh,
            String beginsEn,
            CodedName unit,
            int amount,
            CodedName shift,
            String limit,
            List<CodedName> rungs,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String citation,
            CodedName evidence,
            boolean mayRefuse,
            @Nullable String note,
            CodedName state,
            SignatureView drafted,
            @Nullable SignatureView decided,
            @Nullable List<AllowedAction> allowedActions) {}

    RuleView row(Rule rule, Locale locale) {
        return view(rule, null, locale);
    }

    RuleView detail(Rule rule, Actor actor, Locale locale) {
        return view(rule, Answers.decisions(actor, rule.state(), rule.drafted(), words, locale), locale);
    }

    private RuleView view(Rule rule, @Nullable List<AllowedAction> actions, Locale locale) {
        RuleText text = rule.text();
        return new RuleView(
                rule.id().toString(),
                text.code(),
                Words.name(text.name(), text.nameEn(), locale),
                text.name(),
                text.nameEn(),
                Words.name(text.begins(), text.beginsEn(), locale),
                text.begins(),
                text.beginsEn(),
                words.coded("deadlines.unit", LimitUnit.of(text.budget()), locale),
                text.budget().amount(),
                words.coded("deadlines.shift", LimitUnit.shift(text.budget()), locale),
                words.budget(text.budget(), locale),
                text.rungs().stream().map(rung -> words.rung(rung, locale)).toList(),
                text.validFrom(),
                text.validTo(),
                text.citation(),
                words.coded("deadlines.evidence", text.evidence(), locale),
                text.evidence().mayRefuse(),
                text.note(),
                words.coded("deadlines.state", rule.state(), locale),
                SignatureView.required(rule.drafted()),
                SignatureView.of(rule.decided()),
                actions);
    }
}
