package org.suyuan.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.access.Actor;

/**
 * A region that has another code from a day on, with all regions in it.
 *
 * @param steps each region's path before and after, the moved one first; the last code in a path is the region's own
 * @param since first day of the new codes, not in the future
 * @param actor who recorded it
 */
public record RegionMove(
        List<Step> steps,
        LocalDate since,
        Actor actor,
        String reason,
        @Nullable String legalBasis) {
    public RegionMove {
        steps = List.copyOf(steps);
    }

    /** For example {@code /35/3502/350221/} to {@code /35/3502/350212/}. */
    public record Step(String from, String to) {}

    /** For {@code unnest(:from::text[], :to::text[])}. */
    public String[] from() {
        return steps.stream().map(Step::from).toArray(String[]::new);
    }

    public String[] to() {
        return steps.stream().map(Step::to).toArray(String[]::new);
    }
}
