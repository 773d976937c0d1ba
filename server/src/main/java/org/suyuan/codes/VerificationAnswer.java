package org.suyuan.codes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStory;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;

/**
 * The answer to one verification: one verdict that leads, what else is true, and the facts.
 *
 * @param text as it was given
 * @param unit null when the text names none
 * @param verdict what to tell first
 * @param further other verdicts that are true as well, in the order of {@link Verdict}
 */
public record VerificationAnswer(
        String text, @Nullable TraceUnit unit, Verdict verdict, List<Verdict> further, Facts facts, Instant at) {
    public VerificationAnswer {
        further = List.copyOf(further);
    }

    /**
     * What is known beside the verdict; all empty for a code that was never issued, about which nothing is looked up.
     *
     * @param lot lot number, from the commissioning event, else from the code batch
     * @param bestBefore last day, from the commissioning event, else from the registered lot
     * @param past whether that day is over
     * @param firstCheckedAt of all checks of this unit, this one included
     * @param checks how many, this one included; who only looks again hears the number of the first look
     * @param story the unit's own
     */
    public record Facts(
            Optional<PublicProduct> product,
            Optional<PublicOperator> producer,
            Optional<String> lot,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> bestBefore,
            boolean past,
            Optional<Instant> firstCheckedAt,
            long checks,
            Optional<UnitStory> story) {
        static final Facts NONE = new Facts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                Optional.empty());
    }
}
