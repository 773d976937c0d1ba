package org.suyuan.codes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * Checks by SMS, telephone and terminal (R1.4), told later. They count at their own time for the first check, the
 * number of checks and suspicion, exactly as if they had been made here.
 */
@Component
public class ReportedChecks {
    /** Clocks of gateways may run ahead this much. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);
    /** Older checks tell nothing about goods on the market. */
    static final Duration AGE_MAX = Duration.ofDays(3_653);

    private final CodeOrigins origins;
    private final VerificationRecorder recorder;
    private final Clock clock;

    ReportedChecks(CodeOrigins origins, VerificationRecorder recorder, Clock clock) {
        this.origins = origins;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** @throws InvalidInput naming the field; the check is then not counted */
    public void add(Actor actor, ReportedCheck check) {
        actor.require(Permission.VERIFICATIONS_IMPORT);
        Instant now = clock.instant();
        if (check.at().isAfter(now.plus(AHEAD_MAX)) || check.at().isBefore(now.minus(AGE_MAX))) {
            throw InvalidInput.of(
                    "/at", check.at().toString(), "range", "expected: in the last " + AGE_MAX.toDays() + " days");
        }
        recorder.record(record(check));
    }

    private VerificationRecord record(ReportedCheck check) {
        Source source = new Source(check.channel(), null, check.place(), AgentClass.UNKNOWN);
        return switch (UnitSyntax.read(check.code())) {
            case UnitReading.Malformed malformed ->
                new VerificationRecord(
                        check.at(),
                        null,
                        false,
                        check.code(),
                        VerdictCode.MALFORMED,
                        malformed.rule().name(),
                        null,
                        source);
            case UnitReading.Recognised read ->
                switch (origins.of(read.unit())) {
                    case Origin.NeverIssued never ->
                        new VerificationRecord(
                                check.at(),
                                null,
                                false,
                                check.code(),
                                VerdictCode.NOT_ISSUED_HERE,
                                never.reason().name(),
                                never.seriesClass(),
                                source);
                    case Origin.Issued _, Origin.Foreign _ ->
                        new VerificationRecord(
                                check.at(),
                                read.unit().uri(),
                                Verifications.isSingle(read.unit()),
                                check.code(),
                                null,
                                null,
                                null,
                                source);
                };
        };
    }
}
