package org.suyuan.organisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.OrganisationId;

/**
 * Which bodies, as they were on a day; null parts do not narrow.
 *
 * @param q part of the name or short name, or the whole credit code
 * @param region in it and below
 * @param parent directly below it
 * @param within it and all below it
 * @param roots only those without a parent
 * @param status null for all, also those planned
 * @param at null for today
 */
public record OrganisationFilter(
        @Nullable String q,
        @Nullable String type,
        @Nullable OrganisationLevel level,
        @Nullable RegionCode region,
        @Nullable OrganisationId parent,
        @Nullable OrganisationId within,
        boolean roots,
        @Nullable OrganisationStatus status,
        @Nullable LocalDate at,
        OrganisationOrder order) {
    public static final OrganisationFilter ALL =
            new OrganisationFilter(null, null, null, null, null, null, false, null, null, OrganisationOrder.REGION);

    public static OrganisationFilter below(@Nullable OrganisationId parent, @Nullable LocalDate at) {
        return new OrganisationFilter(
                null,
                null,
                null,
                null,
                parent,
                null,
                parent == null,
                OrganisationStatus.ACTIVE,
                at,
                OrganisationOrder.REGION);
    }
}
