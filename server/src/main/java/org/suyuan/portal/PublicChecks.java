package org.suyuan.portal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.suyuan.codes.Source;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.Verifications;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.shared.TooManyRequests;

/** One check of a code by anybody: counted as a verification, answered with all that is public. */
@Component
public class PublicChecks {
    private final Verifications verifications;
    private final Journeys journeys;

    PublicChecks(Verifications verifications, Journeys journeys) {
        this.verifications = verifications;
        this.journeys = journeys;
    }

    /** @throws TooManyRequests when the source has named too many wrong codes */
    public PublicCheck check(UnitReading reading, Source source, Instant at) {
        VerificationAnswer answer = verifications.verify(reading, source, at);
        return new PublicCheck(answer, journeys.of(answer));
    }
}
