package org.suyuan.portal.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.Verdict;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.portal.Journey;
import org.suyuan.portal.PublicCheck;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;

/** Puts a check into words for a page. */
@Component
class CheckPages {
    private final MessageSource messages;
    private final CodeLists lists;
    private final Regions regions;

    CheckPages(MessageSource messages, CodeLists lists, Regions regions) {
        this.messages = messages;
        this.lists = lists;
        this.regions = regions;
    }

    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    Names names(Words words, PublicCheck check) {
        return names(words, Names.regionsOf(check.journey().sites().values()).toList());
    }

    Names names(Words words, Collection<RegionCode> codes) {
        return new Names(words, lists, regions, codes);
    }

    /** @param shown the code as the page shows it, which for a link is without our own address */
    CheckPage page(PublicCheck check, CodeShown shown, @Nullable String jsonHref, Locale locale) {
        Words words = words(locale);
        Names names = names(words, check);
        VerificationAnswer answer = check.answer();
        TraceUnit unit = answer.unit();
        VerdictView verdict = VerdictView.of(check, words, names);
        ProductView product = ProductView.of(answer, words, names).orElse(null);
        JourneyView journey = JourneyView.of(check.journey(), words, names);
        return new CheckPage(
                verdict,
                shown,
                unit == null ? null : words.say("unit-kind." + Names.kind(unit)),
                answer.further().stream()
                        .map(further -> VerdictView.of(further, check, words, names))
                        .toList(),
                answer.verdict() instanceof Verdict.Malformed malformed ? malformed.detail() : null,
                product,
                warnings(answer, words),
                journey,
                report(check, shown, verdict, product, words, names),
                eventCount(check.journey()),
                answer.facts().checks(),
                answer.facts().firstCheckedAt().map(words::moment).orElse(null),
                jsonHref,
                words.moment(answer.at()));
    }

    private static List<String> warnings(VerificationAnswer answer, Words words) {
        List<String> warnings = new ArrayList<>();
        VerificationAnswer.Facts facts = answer.facts();
        if (facts.past()) {
            facts.bestBefore().ifPresent(day -> warnings.add(words.say("safety.expired", words.day(day))));
        }
        List<Verdict> all = new ArrayList<>(answer.further());
        all.addFirst(answer.verdict());
        for (Verdict verdict : all) {
            if (verdict instanceof Verdict.Withdrawn withdrawn) {
                warning(withdrawn, answer, words, warnings);
            }
        }
        return warnings;
    }

    private static void warning(
            Verdict.Withdrawn withdrawn, VerificationAnswer answer, Words words, List<String> warnings) {
        words.find("safety." + withdrawn.kind(), words.moment(withdrawn.since())).ifPresent(text -> {
            boolean byLot = withdrawn.via() != null && answer.facts().lot().isPresent();
            String reach = byLot
                    ? words.say("safety.whole-lot", answer.facts().lot().orElse(""))
                    : "";
            warnings.add(text + reach);
        });
    }

    /** What a person at the hotline will ask for, as far as it is known here. */
    private static List<String> report(
            PublicCheck check,
            CodeShown shown,
            VerdictView verdict,
            @Nullable ProductView product,
            Words words,
            Names names) {
        VerificationAnswer answer = check.answer();
        List<String> lines = new ArrayList<>();
        add(lines, words, "report.code", shown.text());
        if (product != null) {
            add(lines, words, "report.product", product.name());
            add(lines, words, "report.producer", product.producer());
        }
        add(lines, words, "report.lot", answer.facts().lot().orElse(null));
        add(lines, words, "report.place", lastPlace(check.journey(), names));
        add(lines, words, "report.verdict", verdict.headline());
        add(lines, words, "report.checked", words.moment(answer.at()));
        lines.add(words.say("report.bought"));
        lines.add(words.say("report.what"));
        return lines;
    }

    private static void add(List<String> lines, Words words, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(words.say(key, value));
        }
    }

    private static @Nullable String lastPlace(Journey journey, Names names) {
        for (int i = journey.stops().size() - 1; i >= 0; i--) {
            PublicSite site = journey.site(journey.stops().get(i).place()).orElse(null);
            if (site != null) {
                return names.of(site);
            }
        }
        return null;
    }

    private static int eventCount(Journey journey) {
        Set<String> ids = new LinkedHashSet<>();
        journey.stops().forEach(stop -> ids.add(stop.eventId()));
        journey.supplies().forEach(supply -> supply.stops().forEach(stop -> ids.add(stop.eventId())));
        return ids.size();
    }
}
