package org.suyuan.codes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.shared.TooManyRequests;

/**
 * Verification of codes (R1.4): one verdict with its reasons and what is known, for whoever asks. Every verification is
 * kept; a source that names too many wrong codes has to wait.
 */
@Component
public class Verifications {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CodeOrigins origins;
    private final UnitDossiers dossiers;
    private final VerificationRecorder recorder;
    private final VerificationRules rules;
    private final GuessLimiter limiter;
    private final SignalDetector detector;

    Verifications(
            CodeOrigins origins,
            UnitDossiers dossiers,
            VerificationRecorder recorder,
            VerificationRules rules,
            GuessLimiter limiter,
            SignalDetector detector) {
        this.origins = origins;
        this.dossiers = dossiers;
        this.recorder = recorder;
        this.rules = rules;
        this.limiter = limiter;
        this.detector = detector;
    }

    /** Verifies whatever a person scanned, pasted or typed. */
    public VerificationAnswer verify(String text, Source source, Instant at) {
        return verify(UnitSyntax.read(text), source, at);
    }

    /**
     * Verifies a code that was read already.
     *
     * @throws TooManyRequests when the source has named too many wrong codes
     */
    public VerificationAnswer verify(UnitReading reading, Source source, Instant at) {
        Thresholds thresholds = rules.on(LocalDate.ofInstant(at, ZONE));
        admit(source, at, thresholds);
        return switch (reading) {
            case UnitReading.Malformed malformed -> malformed(malformed, source, at, thresholds);
            case UnitReading.Recognised recognised ->
                switch (origins.of(recognised.unit())) {
                    case Origin.NeverIssued origin -> neverIssued(recognised, origin, source, at, thresholds);
                    case Origin.Issued origin -> judged(recognised, origin, source, at, thresholds);
                    case Origin.Foreign origin -> judged(recognised, origin, source, at, thresholds);
                };
        };
    }

    private void admit(Source source, Instant at, Thresholds thresholds) {
        String origin = source.origin();
        if (origin == null) {
            return;
        }
        Optional<Duration> wait = limiter.wait(origin, at, thresholds);
        if (wait.isPresent()) {
            detector.guessing(origin, source, at);
            throw new TooManyRequests(wait.get(), "too many codes from here were wrong; try again later");
        }
    }

    private VerificationAnswer malformed(UnitReading.Malformed text, Source source, Instant at, Thresholds thresholds) {
        Verdict verdict = new Verdict.Malformed(text.rule(), text.detail(), text.position());
        recorder.record(
                new VerificationRecord(at, null, false, text.raw(), verdict.code(), verdict.subCase(), null, source));
        if (text.rule() == Rule.CHECK_DIGIT) {
            failed(source, at, thresholds);
        }
        return new VerificationAnswer(text.raw(), null, verdict, List.of(), VerificationAnswer.Facts.NONE, at);
    }

    /** Answered from memory alone, so that a flood of invented codes costs no query. */
    private VerificationAnswer neverIssued(
            UnitReading.Recognised read, Origin.NeverIssued origin, Source source, Instant at, Thresholds thresholds) {
        Verdict verdict = new Verdict.NotIssuedHere(origin.reason());
        recorder.record(new VerificationRecord(
                at, null, false, read.raw(), verdict.code(), verdict.subCase(), origin.seriesClass(), source));
        failed(source, at, thresholds);
        return new VerificationAnswer(read.raw(), read.unit(), verdict, List.of(), VerificationAnswer.Facts.NONE, at);
    }

    private VerificationAnswer judged(
            UnitReading.Recognised read, Origin origin, Source source, Instant at, Thresholds thresholds) {
        TraceUnit unit = read.unit();
        UnitDossier dossier = dossiers.open(read, origin, at);
        Verdict withoutChecks = first(verdicts(origin, dossier, UnitChecks.NONE, at, thresholds));
        if (withoutChecks instanceof Verdict.NotIssuedHere) {
            recorder.record(new VerificationRecord(
                    at, null, false, read.raw(), withoutChecks.code(), withoutChecks.subCase(), null, source));
            failed(source, at, thresholds);
            return new VerificationAnswer(
                    read.raw(), unit, withoutChecks, List.of(), dossier.facts(at, UnitChecks.NONE), at);
        }
        VerificationRecord check =
                new VerificationRecord(at, unit.uri(), isSingle(unit), read.raw(), null, null, null, source);
        UnitChecks checks = recorder.record(
                check, counted -> check.answered(first(verdicts(origin, dossier, counted, at, thresholds))));
        List<Verdict> all = verdicts(origin, dossier, checks, at, thresholds);
        return new VerificationAnswer(
                read.raw(), unit, all.getFirst(), all.subList(1, all.size()), dossier.facts(at, checks), at);
    }

    /** All that is true, in the order of {@link Verdict}; never empty. */
    private static List<Verdict> verdicts(
            Origin origin, UnitDossier dossier, UnitChecks checks, Instant at, Thresholds thresholds) {
        List<Verdict> verdicts = new ArrayList<>(dossier.withdrawals());
        boolean issuedHere = origin instanceof Origin.Issued;
        if (issuedHere && !dossier.standing().commissioned()) {
            verdicts.add(new Verdict.NotYetCommissioned());
        }
        Suspicion suspicion = checks.suspicion();
        if (suspicion != null) {
            verdicts.add(new Verdict.Suspicious(suspicion));
        }
        dossier.standing()
                .sold()
                .filter(sold -> isSingle(dossier.unit()))
                .filter(sold -> Duration.between(sold.at(), at).compareTo(thresholds.soldGrace()) > 0)
                .ifPresent(verdicts::add);
        if (verdicts.isEmpty()) {
            verdicts.add(clean(origin, dossier, checks));
        }
        return verdicts;
    }

    private static Verdict clean(Origin origin, UnitDossier dossier, UnitChecks checks) {
        return switch (origin) {
            case Origin.Issued _ -> new Verdict.Genuine(checks.count() <= 1);
            case Origin.Foreign(Verdict.Recorded.Of what) ->
                dossier.known()
                        ? new Verdict.Recorded(what)
                        : new Verdict.NotIssuedHere(Verdict.NotIssuedHere.Reason.NO_RECORD);
            case Origin.NeverIssued(String _, Verdict.NotIssuedHere.Reason reason) -> new Verdict.NotIssuedHere(reason);
        };
    }

    private static Verdict first(List<Verdict> verdicts) {
        return verdicts.getFirst();
    }

    /** Whether the code should stand on one thing only. */
    static boolean isSingle(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item _, TraceUnit.SupervisedItem _ -> true;
            case TraceUnit.LogisticUnit _, TraceUnit.Lot _, TraceUnit.ProductClass _, TraceUnit.OtherThing _ -> false;
        };
    }

    private void failed(Source source, Instant at, Thresholds thresholds) {
        @Nullable String origin = source.origin();
        if (origin != null) {
            limiter.failed(origin, at, thresholds);
        }
    }
}
