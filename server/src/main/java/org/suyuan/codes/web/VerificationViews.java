package org.suyuan.codes.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.codes.Sighting;
import org.suyuan.codes.Suspicion;
import org.suyuan.codes.Verdict;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.web.VerificationView.ChecksView;
import org.suyuan.codes.web.VerificationView.PlaceView;
import org.suyuan.codes.web.VerificationView.ProducerView;
import org.suyuan.codes.web.VerificationView.ProductView;
import org.suyuan.codes.web.VerificationView.StepView;
import org.suyuan.codes.web.VerificationView.VerdictView;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStory;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;

/** Puts answers into words of the reader's language. */
@Component
class VerificationViews {
    private final PublicFacts facts;
    private final MessageSource messages;

    VerificationViews(PublicFacts facts, MessageSource messages) {
        this.facts = facts;
        this.messages = messages;
    }

    VerificationView of(VerificationAnswer answer, Locale locale) {
        VerificationAnswer.Facts known = answer.facts();
        List<UnitStory.Step> steps = known.story().map(UnitStory::steps).orElse(List.of());
        Map<String, PublicSite> sites = sites(answer, steps);
        return new VerificationView(
                answer.text(),
                answer.unit() == null ? null : answer.unit().uri(),
                verdict(answer.verdict(), sites, locale),
                answer.further().stream()
                        .map(verdict -> verdict(verdict, sites, locale))
                        .toList(),
                known.product().map(product -> product(product, locale)).orElse(null),
                known.producer().map(producer -> producer(producer, locale)).orElse(null),
                known.lot().orElse(null),
                known.productionDate().orElse(null),
                known.bestBefore().orElse(null),
                known.past(),
                new ChecksView(
                        known.checks(),
                        known.firstCheckedAt().map(VerificationViews::local).orElse(null)),
                steps.stream().map(step -> step(step, sites, locale)).toList(),
                known.story().map(UnitStory::truncated).orElse(false),
                known.story().map(UnitStory::anomalies).orElse(List.of()),
                local(answer.at()));
    }

    private Map<String, PublicSite> sites(VerificationAnswer answer, List<UnitStory.Step> steps) {
        TreeSet<String> places = new TreeSet<>();
        steps.stream().map(UnitStory.Step::place).filter(Objects::nonNull).forEach(places::add);
        if (answer.verdict() instanceof Verdict.AlreadySold(Instant _, String place) && place != null) {
            places.add(place);
        }
        return places.isEmpty() ? Map.of() : facts.sites(places);
    }

    private VerdictView verdict(Verdict verdict, Map<String, PublicSite> sites, Locale locale) {
        String code = verdict.code().name();
        String reason = verdict.subCase();
        String title = messages.getMessage("verdict." + code, null, locale);
        String general = messages.getMessage("verdict." + code + ".message", null, locale);
        String message = reason == null
                ? general
                : Objects.requireNonNullElse(
                        messages.getMessage("verdict." + code + "." + reason, null, null, locale), general);
        return new VerdictView(verdict.code(), reason, title, message, details(verdict, sites, locale));
    }

    private static Map<String, Object> details(Verdict verdict, Map<String, PublicSite> sites, Locale locale) {
        Map<String, Object> details = new HashMap<>();
        switch (verdict) {
            case Verdict.Malformed(var _, String detail, int position) -> {
                details.put("detail", detail);
                details.put("position", position);
            }
            case Verdict.Withdrawn(var _, Instant since, String reference, String via) -> {
                details.put("since", local(since));
                details.put("reference", reference);
                if (via != null) {
                    details.put("via", via);
                }
            }
            case Verdict.AlreadySold(Instant at, String place) -> {
                details.put("at", local(at));
                if (place != null) {
                    details.put("place", place(place, sites, locale));
                }
            }
            case Verdict.Suspicious(Suspicion.TooOften often) -> {
                details.put("since", local(often.since()));
                details.put("sources", often.sources());
                details.put("windowHours", often.window().toHours());
            }
            case Verdict.Suspicious(Suspicion.TooFarApart apart) -> {
                details.put("since", local(apart.since()));
                details.put("kilometres", apart.kilometres());
                details.put("minutes", apart.between().toMinutes());
                details.put("from", seen(apart.from()));
                details.put("to", seen(apart.to()));
            }
            case Verdict.Genuine(boolean firstCheck) -> details.put("firstCheck", firstCheck);
            case Verdict.NotIssuedHere _, Verdict.NotYetCommissioned _, Verdict.Recorded _ -> {}
        }
        return details;
    }

    /** Region only: where exactly somebody else stood is nobody's business. */
    private static Map<String, Object> seen(Sighting sighting) {
        Map<String, Object> seen = new HashMap<>();
        seen.put("at", local(sighting.at()));
        if (sighting.place().region() != null) {
            seen.put("region", sighting.place().region().significant());
        }
        return seen;
    }

    private static ProductView product(PublicProduct product, Locale locale) {
        return new ProductView(
                product.id().toString(),
                product.gtin() == null ? null : product.gtin().value(),
                name(product.nameZh(), product.nameEn(), locale),
                product.nameZh(),
                product.nameEn(),
                product.specification(),
                product.brand(),
                product.origin(),
                product.packagingLevel());
    }

    private static ProducerView producer(PublicOperator producer, Locale locale) {
        return new ProducerView(
                producer.id().toString(),
                name(producer.nameZh(), producer.nameEn(), locale),
                producer.productionLicence());
    }

    private static StepView step(UnitStory.Step step, Map<String, PublicSite> sites, Locale locale) {
        String place = step.place();
        return new StepView(
                step.time().atOffset(step.offset()),
                step.eventId(),
                step.type(),
                step.bizStep(),
                step.disposition(),
                place == null ? null : place(place, sites, locale),
                step.via().stream().map(TraceUnit::uri).toList());
    }

    private static PlaceView place(String uri, Map<String, PublicSite> sites, Locale locale) {
        PublicSite site = sites.get(uri);
        return site == null
                ? new PlaceView(uri, null, null, null)
                : new PlaceView(
                        uri,
                        name(site.nameZh(), site.nameEn(), locale),
                        name(site.operatorNameZh(), site.operatorNameEn(), locale),
                        site.region().significant());
    }

    private static String name(String chinese, @Nullable String english, Locale locale) {
        return locale.getLanguage().equals("en") && english != null ? english : chinese;
    }

    private static OffsetDateTime local(Instant time) {
        return time.atZone(VerificationView.ZONE).toOffsetDateTime();
    }
}
