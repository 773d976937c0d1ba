package org.suyuan.codes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.ProductId;

/** Sees in a bulk of verifications what enforcement should know (R1.5). */
@Component
class SignalDetector {
    /** Codes quoted as evidence of one signal. */
    private static final int EXAMPLES_MAX = 20;

    private final IssuedSeries issued;
    private final PublicFacts facts;
    /** Refusals counted until the next bulk is written; one entry a source, so no more than the limiter remembers. */
    private final Map<String, Observation> guesses = new ConcurrentHashMap<>();

    SignalDetector(IssuedSeries issued, PublicFacts facts) {
        this.issued = issued;
        this.facts = facts;
    }

    /** A source went on asking after its budget of wrong codes was used up. */
    void guessing(String origin, Source source, Instant at) {
        Map<String, Object> evidence = Map.of(
                "channel", source.channel().name(), "agent", source.agent().name());
        RegionCode region = source.place().region();
        add(new Observation(SignalKind.GUESSING, origin, null, region, at, 1, evidence));
    }

    List<Observation> takeGuesses() {
        List<Observation> taken = new ArrayList<>();
        for (String origin : guesses.keySet()) {
            Observation observation = guesses.remove(origin);
            if (observation != null) {
                taken.add(observation);
            }
        }
        return taken;
    }

    void giveBack(Collection<Observation> observations) {
        observations.forEach(this::add);
    }

    private void add(Observation observation) {
        guesses.merge(observation.subject(), observation, Observation::and);
    }

    /**
     * @param before what was known of the checks of each unit; units never checked are absent
     * @param after the same with these verifications counted
     */
    List<Observation> observe(
            List<VerificationRecord> verifications, Map<String, UnitChecks> before, Map<String, UnitChecks> after) {
        Map<String, Observation> bySubject = new LinkedHashMap<>();
        for (VerificationRecord verification : verifications) {
            copied(verification, after)
                    .or(() -> unissued(verification))
                    .ifPresent(seen -> bySubject.merge(seen.kind() + " " + seen.subject(), seen, Observation::and));
        }
        newlyCopied(verifications, before, after)
                .forEach(seen -> bySubject.putIfAbsent(seen.kind() + " " + seen.subject(), seen));
        return List.copyOf(bySubject.values());
    }

    /** Counts the checks from the one that showed it on; those before were of the original for all that is known. */
    private Optional<Observation> copied(VerificationRecord verification, Map<String, UnitChecks> after) {
        String unit = verification.unit();
        UnitChecks checks = unit == null ? null : after.get(unit);
        Suspicion suspicion = checks == null ? null : checks.suspicion();
        return unit == null || suspicion == null || verification.at().isBefore(suspicion.since())
                ? Optional.empty()
                : Optional.of(copied(unit, suspicion, verification));
    }

    /** A check told late can show a copy without being the later of the two: that must be heard of as well. */
    private List<Observation> newlyCopied(
            List<VerificationRecord> verifications, Map<String, UnitChecks> before, Map<String, UnitChecks> after) {
        List<Observation> found = new ArrayList<>();
        for (VerificationRecord verification : verifications) {
            String unit = verification.unit();
            UnitChecks now = unit == null ? null : after.get(unit);
            if (unit != null && now != null && now.suspicion() != null) {
                if (before.getOrDefault(unit, UnitChecks.NONE).suspicion() == null) {
                    found.add(copied(unit, now.suspicion(), verification));
                }
            }
        }
        return found;
    }

    private Observation copied(String unit, Suspicion suspicion, VerificationRecord verification) {
        return new Observation(
                SignalKind.COPIED_CODE,
                unit,
                productOf(unit),
                verification.source().place().region(),
                verification.at(),
                1,
                evidence(suspicion));
    }

    private static Map<String, Object> evidence(Suspicion suspicion) {
        return switch (suspicion) {
            case Suspicion.TooOften often ->
                Map.of(
                        "reason", "TOO_OFTEN",
                        "since", often.since().toString(),
                        "sources", often.sources(),
                        "windowHours", often.window().toHours());
            case Suspicion.TooFarApart apart ->
                Map.of(
                        "reason", "TOO_FAR_APART",
                        "since", apart.since().toString(),
                        "kilometres", apart.kilometres(),
                        "minutes", apart.between().toMinutes(),
                        "from", regionText(apart.from()),
                        "to", regionText(apart.to()));
        };
    }

    private static String regionText(Sighting sighting) {
        RegionCode region = sighting.place().region();
        return region != null
                ? region.significant()
                : String.valueOf(sighting.place().point());
    }

    private Optional<Observation> unissued(VerificationRecord verification) {
        String seriesClass = verification.seriesClass();
        if (verification.verdict() != VerdictCode.NOT_ISSUED_HERE || seriesClass == null) {
            return Optional.empty();
        }
        Map<String, Object> evidence = Map.of("codes", List.of(verification.text()));
        return Optional.of(new Observation(
                SignalKind.UNISSUED_CODE,
                seriesClass,
                product(seriesClass),
                verification.source().place().region(),
                verification.at(),
                1,
                evidence));
    }

    private @Nullable ProductId product(String seriesClass) {
        return seriesClass.length() == Gtin.LENGTH
                ? facts.product(new Gtin(seriesClass)).map(PublicProduct::id).orElse(null)
                : issued.ofResource(seriesClass).map(Series::product).orElse(null);
    }

    private @Nullable ProductId productOf(String unit) {
        if (!(UnitSyntax.read(unit) instanceof UnitReading.Recognised recognised)) {
            return null;
        }
        return switch (recognised.unit()) {
            case TraceUnit.Item item -> product(item.gtin().value());
            case TraceUnit.SupervisedItem(var code) -> product(code.productResource());
            case TraceUnit.Lot _, TraceUnit.LogisticUnit _, TraceUnit.ProductClass _, TraceUnit.OtherThing _ -> null;
        };
    }

    /** The examples of both, each once. */
    static Object examples(Object one, Object other) {
        TreeSet<Object> codes = new TreeSet<>();
        if (one instanceof List<?> first && other instanceof List<?> second) {
            codes.addAll(first);
            codes.addAll(second);
        }
        return codes.stream().limit(EXAMPLES_MAX).toList();
    }
}
