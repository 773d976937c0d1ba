package org.suyuan.organisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.OrganisationId;

/**
 * A body as it was on a day: before its founding as it will begin, after its end as it was at last.
 *
 * @param facts name, type, level, place and parent of the day
 * @param type the type's row, {@code facts.type()} being its code
 * @param path materialised path in the tree of bodies: the ids from the root down, itself last, for example {@code /a/b/}
 * @param validFrom first day of its life
 * @param validTo first day no more; null while no end is decided
 * @param status on that day
 * @param successor what it was or will be merged into
 * @param version grows with every decision about it
 */
public record Organisation(
        OrganisationId id,
        Facts facts,
        OrganisationType type,
        String path,
        @Nullable UnifiedSocialCreditCode uscc,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        OrganisationStatus status,
        @Nullable OrganisationId successor,
        long version) {

    public String name() {
        return facts.name();
    }

    public @Nullable String shortName() {
        return facts.shortName();
    }

    /** Null for bodies outside the five levels. */
    public @Nullable OrganisationLevel level() {
        return facts.level();
    }

    /** Exercises public power in its region. */
    public boolean authority() {
        return type.authority();
    }

    /** Path of its region, {@code /} for the nation: the jurisdiction of an authority's officers. */
    public String regionPath() {
        return facts.place().path();
    }

    public @Nullable OrganisationId parent() {
        return facts.parent();
    }
}
