package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.Change.Facet;

/**
 * Turns the decisions about one body into the periods of its life, or says which rule they break. Periods follow each other
 * without gap or overlap from the founding to the end. What concerns other bodies is {@link Lineage}'s part.
 */
public sealed interface History {
    /** @param periods oldest first, at least one */
    record Consistent(List<Period> periods) implements History {
        public Consistent {
            periods = List.copyOf(periods);
        }
    }

    /**
     * @param rule stable name, for example {@code after-end}
     * @param message actual and expected
     */
    record Contradicted(String rule, String message) implements History {}

    /** @param types all rows of types by code */
    static History of(List<Decision> decisions, Map<String, OrganisationType> types) {
        List<Decision> inOrder = decisions.stream()
                .sorted(Comparator.comparing(Decision::from).thenComparing(Decision::number))
                .toList();
        Contradicted outside = outsideLife(inOrder);
        return outside == null ? walk(inOrder, types) : outside;
    }

    private static @Nullable Contradicted outsideLife(List<Decision> inOrder) {
        Decision founding = inOrder.getFirst();
        if (!(founding.change() instanceof Change.Founded)) {
            LocalDate founded = inOrder.stream()
                    .filter(decision -> decision.change() instanceof Change.Founded)
                    .map(Decision::from)
                    .findFirst()
                    .orElseThrow();
            return new Contradicted(
                    "before-founding", founding.from() + " (expected: after the founding " + founded + ")");
        }
        List<Decision> ends =
                inOrder.stream().filter(decision -> decision.change().ends()).toList();
        if (ends.size() > 1) {
            return new Contradicted(
                    "ended-already", "its end is decided for " + ends.getFirst().from());
        }
        if (ends.isEmpty()) {
            return null;
        }
        LocalDate end = ends.getFirst().from();
        Optional<Decision> late = inOrder.stream()
                .filter(decision ->
                        !decision.change().ends() && !decision.from().isBefore(end))
                .findFirst();
        if (late.isPresent() && late.get() != founding) {
            return new Contradicted("after-end", late.get().from() + " (expected: before the end " + end + ")");
        }
        return founding.from().isBefore(end)
                ? null
                : new Contradicted("before-founding", end + " (expected: after the founding " + founding.from() + ")");
    }

    private static History walk(List<Decision> inOrder, Map<String, OrganisationType> types) {
        Facts facts = ((Change.Founded) inOrder.getFirst().change()).facts();
        LocalDate since = inOrder.getFirst().from();
        LocalDate end = null;
        Map<Facet, LocalDate> decidedFor = new EnumMap<>(Facet.class);
        List<Period> periods = new ArrayList<>();
        for (Decision decision : inOrder) {
            for (Facet facet : decision.change().facets()) {
                if (decision.from().equals(decidedFor.put(facet, decision.from()))) {
                    return new Contradicted(
                            "same-day",
                            facet + " is decided for " + decision.from() + " already (expected: another day)");
                }
            }
            if (decision.change().ends()) {
                end = decision.from();
            }
            Facts next = facts.after(decision.change());
            OrganisationType type = types.get(next.type());
            if (decision.change().facets().contains(Facet.TYPE) && type != null && !type.inForceOn(decision.from())) {
                return new Contradicted(
                        "type-in-force", type.code() + " on " + decision.from() + " (expected: a type in force then)");
            }
            if (!next.equals(facts)) {
                if (since.isBefore(decision.from())) {
                    periods.add(new Period(since, decision.from(), facts));
                    since = decision.from();
                }
                facts = next;
            }
        }
        periods.add(new Period(since, end, facts));
        for (Period period : periods) {
            Contradicted fault = unfit(period, types);
            if (fault != null) {
                return fault;
            }
        }
        return new Consistent(periods);
    }

    private static @Nullable Contradicted unfit(Period period, Map<String, OrganisationType> types) {
        Facts facts = period.facts();
        OrganisationType type = types.get(facts.type());
        OrganisationLevel level = facts.level();
        if (type == null) {
            return new Contradicted("type", facts.type() + " (expected: code of a type)");
        }
        if (!type.levelled()) {
            return level == null
                    ? null
                    : new Contradicted(
                            "level-none", level + " (expected: no level, type " + type.code() + " knows none)");
        }
        if (level == null) {
            return new Contradicted("level-required", "expected: a level, type " + type.code() + " has five");
        }
        return level.fits(facts.place())
                ? null
                : new Contradicted(
                        "level-fits-region",
                        level + " in " + facts.place().code() + " (expected: a region of the same level)");
    }
}
