package org.suyuan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.suyuan.codes.CheckPlace;
import org.suyuan.codes.Sighting;
import org.suyuan.codes.Suspicion;
import org.suyuan.codes.Verdict;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.portal.Journey;
import org.suyuan.portal.PublicCheck;
import org.suyuan.registry.CodeValue;
import org.suyuan.registry.ProductStatus;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;
import org.suyuan.testing.PlatformTest;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Every verdict has its own words, tone and icon in both languages. */
@PlatformTest
class VerdictPagesTest {
    private static final Instant NOW = Instant.parse("2026-09-24T06:05:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(3));
    private static final Gtin GTIN = new Gtin("06901234567892");

    @Autowired
    CheckPages pages;

    @Autowired
    SpringTemplateEngine templates;

    static Stream<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            all.add(new Verdict.Malformed(rule, "detail for those who know", 3));
        }
        for (Verdict.NotIssuedHere.Reason reason : Verdict.NotIssuedHere.Reason.values()) {
            all.add(new Verdict.NotIssuedHere(reason));
        }
        for (Verdict.Withdrawn.Kind kind : Verdict.Withdrawn.Kind.values()) {
            all.add(new Verdict.Withdrawn(kind, BEFORE, "ni:///sha-256;0", null));
        }
        for (Verdict.Recorded.Of what : Verdict.Recorded.Of.values()) {
            all.add(new Verdict.Recorded(what));
        }
        Sighting here = new Sighting(BEFORE, CheckPlace.UNKNOWN, null);
        Sighting there = new Sighting(BEFORE.plus(Duration.ofMinutes(40)), CheckPlace.UNKNOWN, null);
        all.add(new Verdict.NotYetCommissioned());
        all.add(new Verdict.Suspicious(new Suspicion.TooOften(BEFORE, 12, Duration.ofHours(24))));
        all.add(new Verdict.Suspicious(new Suspicion.TooFarApart(there.at(), here, there, 912)));
        all.add(new Verdict.AlreadySold(BEFORE, null));
        all.add(new Verdict.Genuine(true));
        all.add(new Verdict.Genuine(false));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void a_verdict_is_told_in_chinese_and_in_english(Verdict verdict) {
        Html chinese = render(verdict, Locale.SIMPLIFIED_CHINESE);
        Html english = render(verdict, Locale.ENGLISH);

        assertThat(chinese.text("h1")).containsPattern("\\p{IsHan}");
        assertThat(english.text("h1")).doesNotContainPattern("\\p{IsHan}");
        assertThat(english.words()).doesNotContain("??", "{0}", "{1}").doesNotContainPattern("portal\\.");
        assertThat(chinese.words()).doesNotContain("??", "{0}", "{1}").doesNotContainPattern("portal\\.");
        assertThat(chinese.all("section").getFirst().getAttribute("class"))
                .matches("verdict tone-(good|known|attention|danger)");
        assertThat(chinese.all("svg").get(1).getElementsByTagName("path").getLength())
                .as("drawing of the icon")
                .isPositive();
    }

    private Html render(Verdict verdict, Locale locale) {
        boolean malformed = verdict instanceof Verdict.Malformed;
        TraceUnit unit = new TraceUnit.Item(GTIN, "1012345678901234");
        var facts = new VerificationAnswer.Facts(
                Optional.of(product()),
                Optional.empty(),
                Optional.of("A20260908"),
                Optional.of(LocalDate.parse("2026-09-08")),
                Optional.of(LocalDate.parse("2026-09-23")),
                true,
                Optional.of(BEFORE),
                3,
                Optional.empty());
        var answer = new VerificationAnswer("69012345", malformed ? null : unit, verdict, List.of(), facts, NOW);
        var page = pages.page(
                new PublicCheck(answer, Journey.NONE), CodeShown.faulty("69012345", malformed ? 3 : -1), "/v", locale);
        var frame = new Frame(locale.toLanguageTag(), "en", "/");
        return Html.of(templates.process("portal/check", new Context(locale, Map.of("page", page, "frame", frame))));
    }

    private static PublicProduct product() {
        return new PublicProduct(
                new ProductId(UUID.randomUUID()),
                new OperatorId(UUID.randomUUID()),
                GTIN,
                null,
                0,
                1,
                "鹭江原味酸奶",
                "Lujiang plain yoghurt",
                new CodeValue("dairy-product", "food", "乳制品", "Dairy products"),
                "180 g",
                null,
                null,
                null,
                null,
                null,
                ProductStatus.ACTIVE);
    }
}
