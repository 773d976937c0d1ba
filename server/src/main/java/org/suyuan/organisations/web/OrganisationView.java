package org.suyuan.organisations.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.shared.CodedName;

/**
 * A body as it was on the day asked for.
 *
 * @param authority exercises public power in its region
 * @param region the nation has the code {@code 100000}
 * @param regionPath materialised path of the region
 * @param path ids of the bodies from the root of its tree down, itself last
 * @param code unified social credit code
 * @param validTo first day no more
 * @param allowedActions only in details
 */
record OrganisationView(
        String id,
        String name,
        @Nullable String shortName,
        CodedName type,
        boolean authority,
        @Nullable CodedName level,
        CodedName region,
        String regionPath,
        @Nullable BodyName parent,
        String path,
        @Nullable String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        OrganisationStatus status,
        String statusLabel,
        @Nullable BodyName successor,
        long version,
        @Nullable List<AllowedAction> allowedActions) {

    /** Another body, by the name of the day. */
    record BodyName(String id, String name) {}

    /** @param reason in the reader's language, null when allowed */
    record AllowedAction(
            String action, boolean allowed, @Nullable String reason) {}
}
