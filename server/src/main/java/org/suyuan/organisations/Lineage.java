package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OrganisationId;

/** Hangs the periods of one body under those of its parents, so that each has one place in the tree; or says which rule forbids it. */
public sealed interface Lineage {
    /** Bodies from the root to the lowest; the state's administration needs six. */
    int DEPTH_MAX = 12;

    /** @param path ids from the root down, itself last */
    record Placed(Period period, String path) {}

    record Grown(List<Placed> periods) implements Lineage {
        public Grown {
            periods = List.copyOf(periods);
        }
    }

    record Refused(String rule, String message) implements Lineage {}

    /**
     * @param periods of the body, oldest first
     * @param parents the placed periods of every body that is its parent at some time
     */
    static Lineage of(OrganisationId id, List<Period> periods, Map<OrganisationId, List<Placed>> parents) {
        List<Placed> grown = new ArrayList<>();
        for (Period period : periods) {
            OrganisationId parent = period.facts().parent();
            if (parent == null) {
                append(grown, new Placed(period, "/" + id + "/"));
                continue;
            }
            Refused refused = id.equals(parent)
                    ? new Refused("cycle", "a body cannot stand below itself")
                    : hang(id, period, parents.getOrDefault(parent, List.of()), grown);
            if (refused != null) {
                return refused;
            }
        }
        return new Grown(grown);
    }

    private static @Nullable Refused hang(OrganisationId id, Period period, List<Placed> parents, List<Placed> grown) {
        LocalDate day = period.from();
        List<Placed> inOrder = parents.stream()
                .sorted(Comparator.comparing(parent -> parent.period().from()))
                .toList();
        for (Placed parent : inOrder) {
            if (!parent.period().includes(day)) {
                continue;
            }
            Refused unfit = unfit(id, period, parent);
            if (unfit != null) {
                return unfit;
            }
            LocalDate to = earlier(period.to(), parent.period().to());
            append(grown, new Placed(new Period(day, to, period.facts()), parent.path() + id + "/"));
            if (to == null || to.equals(period.to())) {
                return null;
            }
            day = to;
        }
        return new Refused(
                "parent-alive", "no parent from " + day + " (expected: the parent lives over the whole period)");
    }

    private static @Nullable Refused unfit(OrganisationId id, Period period, Placed parent) {
        if (parent.path().contains("/" + id + "/")) {
            return new Refused("cycle", "the parent stands below the body itself");
        }
        if (parent.path().chars().filter(c -> c == '/').count() > DEPTH_MAX) {
            return new Refused("depth", "more than " + DEPTH_MAX + " bodies one above the other");
        }
        OrganisationLevel own = period.facts().level();
        OrganisationLevel above = parent.period().facts().level();
        return own == null || above == null || above.above(own)
                ? null
                : new Refused("parent-level", own + " below " + above + " (expected: a parent of a higher level)");
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** A change of the parent that concerns neither path nor facts of the child makes no new period of the child. */
    private static void append(List<Placed> grown, Placed next) {
        Placed last = grown.isEmpty() ? null : grown.getLast();
        if (last != null
                && last.path().equals(next.path())
                && last.period().facts().equals(next.period().facts())
                && next.period().from().equals(last.period().to())) {
            grown.removeLast();
            Period whole = new Period(
                    last.period().from(), next.period().to(), next.period().facts());
            grown.add(new Placed(whole, next.path()));
        } else {
            grown.add(next);
        }
    }
}
