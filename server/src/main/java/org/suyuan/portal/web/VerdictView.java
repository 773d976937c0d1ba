package org.suyuan.portal.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.Suspicion;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.Verdict;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.portal.PublicCheck;
import org.suyuan.registry.PublicFacts.PublicProduct;

/**
 * A verdict in words.
 *
 * @param tone {@code good}, {@code known}, {@code attention} or {@code danger}; a class of the stylesheet
 * @param icon name of a drawing in {@code portal/icons.html}
 * @param headline what a person remembers
 * @param why one or two sentences: what that means and what to do
 */
record VerdictView(String tone, String icon, String headline, String why) {
    private static final String GOOD = "good";
    private static final String KNOWN = "known";
    private static final String ATTENTION = "attention";
    private static final String DANGER = "danger";

    static VerdictView of(PublicCheck check, Words words, Names names) {
        return of(check.answer().verdict(), check, words, names);
    }

    static VerdictView of(Verdict verdict, PublicCheck check, Words words, Names names) {
        return switch (verdict) {
            case Verdict.Malformed malformed ->
                new VerdictView(
                        ATTENTION,
                        "question",
                        words.say("verdict.MALFORMED"),
                        words.say("rule." + malformed.rule().name()));
            case Verdict.NotIssuedHere(Verdict.NotIssuedHere.Reason reason) ->
                view(
                        reason == Verdict.NotIssuedHere.Reason.NO_RECORD ? ATTENTION : DANGER,
                        reason == Verdict.NotIssuedHere.Reason.NO_RECORD ? "question" : "cross",
                        "NOT_ISSUED_HERE." + reason,
                        words);
            case Verdict.Withdrawn withdrawn -> withdrawn(withdrawn, check, words, names);
            case Verdict.NotYetCommissioned _ -> view(ATTENTION, "pause", "NOT_YET_COMMISSIONED", words);
            case Verdict.Suspicious(Suspicion suspicion) -> suspicious(suspicion, words);
            case Verdict.AlreadySold sold -> sold(sold, check, words, names);
            case Verdict.Genuine(boolean first) -> genuine(first, check.answer(), words);
            case Verdict.Recorded(Verdict.Recorded.Of what) -> view(KNOWN, "record", "RECORDED." + what, words);
        };
    }

    private static VerdictView view(String tone, String icon, String key, Words words, Object... arguments) {
        return new VerdictView(
                tone,
                icon,
                words.say("verdict." + key, arguments),
                words.say("verdict." + key + ".why", arguments));
    }

    private static VerdictView genuine(boolean first, VerificationAnswer answer, Words words) {
        VerificationAnswer.Facts facts = answer.facts();
        if (first || facts.firstCheckedAt().isEmpty()) {
            return view(GOOD, "check", "GENUINE.first", words);
        }
        return view(
                GOOD,
                "check",
                "GENUINE.again",
                words,
                facts.checks() - 1,
                words.moment(facts.firstCheckedAt().get()),
                words.ago(facts.firstCheckedAt().get(), answer.at()));
    }

    private static VerdictView suspicious(Suspicion suspicion, Words words) {
        return switch (suspicion) {
            case Suspicion.TooOften often ->
                view(
                        ATTENTION,
                        "alert",
                        "SUSPICIOUS.TOO_OFTEN",
                        words,
                        words.duration(often.window()),
                        often.sources());
            case Suspicion.TooFarApart apart ->
                view(
                        ATTENTION,
                        "alert",
                        "SUSPICIOUS.TOO_FAR_APART",
                        words,
                        words.duration(positive(apart.between())),
                        words.number(apart.kilometres()));
        };
    }

    private static Duration positive(Duration between) {
        return between.isNegative() ? between.negated() : between;
    }

    private static VerdictView sold(Verdict.AlreadySold sold, PublicCheck check, Words words, Names names) {
        Optional<String> place = check.journey()
                .site(sold.place())
                .map(site -> words.say("at-place", names.of(site), names.region(site.region())));
        return view(
                ATTENTION, "sold", "ALREADY_SOLD", words, words.moment(sold.at()), place.orElse(words.say("at-a-shop")));
    }

    private static VerdictView withdrawn(Verdict.Withdrawn withdrawn, PublicCheck check, Words words, Names names) {
        Object[] arguments = {words.moment(withdrawn.since())};
        String kind = "WITHDRAWN." + withdrawn.kind();
        TraceUnit unit = check.answer().unit();
        boolean material = !(unit instanceof TraceUnit.Item) && !(unit instanceof TraceUnit.SupervisedItem);
        if (withdrawn.kind() == Verdict.Withdrawn.Kind.CONSUMED && material) {
            return view(KNOWN, "record", kind + ".material", words, arguments);
        }
        String icon = withdrawn.kind() == Verdict.Withdrawn.Kind.RECALLED ? "stop" : "cross";
        @Nullable PublicProduct product = check.answer().facts().product().orElse(null);
        String use = names.isEdible(product) ? ".eat" : ".use";
        String headline = words.firstOf("verdict." + kind + use, "verdict." + kind).orElseThrow();
        return new VerdictView(DANGER, icon, headline, words.say("verdict." + kind + ".why", arguments));
    }
}
