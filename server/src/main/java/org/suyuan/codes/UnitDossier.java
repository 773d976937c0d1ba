package org.suyuan.codes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStory;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;

/**
 * Everything that is known of a unit before its checks are counted.
 *
 * @param withdrawals by decision, by its own events, by its lot's; the earliest first, at most one of a kind
 */
record UnitDossier(
        TraceUnit unit,
        Optional<PublicProduct> product,
        Optional<PublicOperator> producer,
        Optional<String> lot,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> bestBefore,
        UnitStory story,
        Standing standing,
        boolean lotRegistered,
        List<Verdict.Withdrawn> withdrawals) {

    /** Whether anybody has reported or registered what the code names. */
    boolean known() {
        return switch (unit) {
            case TraceUnit.ProductClass _ -> product.isPresent();
            case TraceUnit.Lot _ -> standing.known() || lotRegistered;
            case TraceUnit.Item _, TraceUnit.SupervisedItem _, TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ ->
                standing.known();
        };
    }

    VerificationAnswer.Facts facts(Instant at, UnitChecks checks) {
        LocalDate today = LocalDate.ofInstant(at, Verifications.ZONE);
        return new VerificationAnswer.Facts(
                product,
                producer,
                lot,
                productionDate,
                bestBefore,
                bestBefore.map(today::isAfter).orElse(false),
                checks.count() == 0 ? Optional.empty() : Optional.of(checks.firstAt()),
                checks.count(),
                Optional.of(story));
    }
}
