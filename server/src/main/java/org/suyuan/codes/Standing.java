package org.suyuan.codes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitIndex;
import org.suyuan.events.UnitStory;

/**
 * What the events of a unit, of its packages or of its lot make of it: read from the story in event-time order, the
 * words are those of CBV 2.0 §7.1 and §7.2.
 *
 * @param known whether any event names it
 * @param commissioned whether it was put on an item, by the commissioning event or by anything that only an item can do
 * @param withdrawn by the events, not by decisions
 * @param sold to a consumer, and not returned since
 */
record Standing(
        boolean known,
        boolean commissioned,
        Optional<Verdict.Withdrawn> withdrawn,
        Optional<Verdict.AlreadySold> sold) {

    private static final Map<String, Verdict.Withdrawn.Kind> WITHDRAWING = Map.of(
            "recalled", Verdict.Withdrawn.Kind.RECALLED,
            "expired", Verdict.Withdrawn.Kind.EXPIRED,
            "damaged", Verdict.Withdrawn.Kind.DAMAGED,
            "stolen", Verdict.Withdrawn.Kind.STOLEN,
            "destroyed", Verdict.Withdrawn.Kind.DESTROYED,
            "disposed", Verdict.Withdrawn.Kind.DESTROYED,
            "non_sellable_other", Verdict.Withdrawn.Kind.WITHDRAWN,
            "non_conformant", Verdict.Withdrawn.Kind.WITHDRAWN,
            "inactive", Verdict.Withdrawn.Kind.DECOMMISSIONED);

    /** Words by which a holder says that goods may be sold again. In transit or returned, a recalled item stays recalled. */
    private static final Set<String> RELEASING =
            Set.of("active", "available", "conformant", "sellable_accessible", "sellable_not_accessible");

    /** There is no way back from these; a wrong report is taken back by an error declaration, which removes the step. */
    private static final Set<Verdict.Withdrawn.Kind> FINAL = Set.of(
            Verdict.Withdrawn.Kind.DESTROYED, Verdict.Withdrawn.Kind.CONSUMED, Verdict.Withdrawn.Kind.DECOMMISSIONED);

    private static final Set<String> SELLING = Set.of("retail_selling", "dispensing");
    private static final Set<String> SOLD = Set.of("retail_sold", "dispensed");

    static Standing of(UnitStory story) {
        boolean commissioned = false;
        Verdict.@Nullable Withdrawn withdrawn = null;
        Verdict.@Nullable AlreadySold sold = null;
        for (UnitStory.Step step : story.steps()) {
            commissioned |= !"encoding".equals(step.bizStep());
            withdrawn = withdrawnAfter(step, withdrawn);
            sold = soldAfter(step, sold);
        }
        return new Standing(
                !story.steps().isEmpty(), commissioned, Optional.ofNullable(withdrawn), Optional.ofNullable(sold));
    }

    private static Verdict.@Nullable Withdrawn withdrawnAfter(UnitStory.Step step, Verdict.@Nullable Withdrawn before) {
        if (before != null && FINAL.contains(before.kind())) {
            return before;
        }
        Verdict.Withdrawn.Kind kind = kindOf(step);
        if (kind != null) {
            // The first report of a recall is the one that counts; later ones repeat it.
            boolean repeated = before != null && before.kind() == kind;
            return repeated ? before : new Verdict.Withdrawn(kind, step.time(), step.eventId(), via(step));
        }
        boolean released = step.disposition() != null && RELEASING.contains(step.disposition());
        return released ? null : before;
    }

    private static Verdict.Withdrawn.@Nullable Kind kindOf(UnitStory.Step step) {
        boolean itself = step.via().isEmpty();
        if (itself && step.role() == UnitIndex.Role.INPUT) {
            return Verdict.Withdrawn.Kind.CONSUMED;
        }
        if ("destroying".equals(step.bizStep())) {
            return Verdict.Withdrawn.Kind.DESTROYED;
        }
        if (itself && "decommissioning".equals(step.bizStep())) {
            return Verdict.Withdrawn.Kind.DECOMMISSIONED;
        }
        Verdict.Withdrawn.Kind kind = step.disposition() == null ? null : WITHDRAWING.get(step.disposition());
        // A dissolved or damaged package says nothing about what was in it.
        boolean packageOnly =
                !itself && (kind == Verdict.Withdrawn.Kind.DECOMMISSIONED || kind == Verdict.Withdrawn.Kind.DAMAGED);
        return packageOnly ? null : kind;
    }

    private static Verdict.@Nullable AlreadySold soldAfter(UnitStory.Step step, Verdict.@Nullable AlreadySold before) {
        boolean sale = step.bizStep() != null && SELLING.contains(step.bizStep())
                || step.disposition() != null && SOLD.contains(step.disposition());
        if (sale) {
            return before != null ? before : new Verdict.AlreadySold(step.time(), step.place());
        }
        boolean back = "returned".equals(step.disposition())
                || step.disposition() != null && RELEASING.contains(step.disposition());
        return back ? null : before;
    }

    private static @Nullable String via(UnitStory.Step step) {
        return step.via().isEmpty() ? null : step.via().getFirst().uri();
    }

    /** The same of the lot: its recall is the recall of every item in it. */
    Optional<Verdict.Withdrawn> withdrawnAs(TraceUnit lot) {
        // A lot whose quantity was partly damaged, used up or destroyed leaves its other items as they were.
        return withdrawn
                .filter(w -> switch (w.kind()) {
                    case RECALLED, WITHDRAWN, EXPIRED -> true;
                    case DAMAGED, STOLEN, DESTROYED, CONSUMED, DECOMMISSIONED -> false;
                })
                .map(w -> new Verdict.Withdrawn(w.kind(), w.since(), w.reference(), lot.uri()));
    }
}
