package org.suyuan.deadlines;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;

/**
 * What a clock runs for, and who may therefore see it.
 *
 * @param kind {@code complaint}, {@code recall} … as in links
 * @param id as the API gives it
 * @param title for people
 * @param regionPath where it lies; null: in no jurisdiction
 * @param organisation whose business it is
 * @param operator whom it concerns
 */
public record ClockSubject(
        String kind,
        String id,
        String title,
        @Nullable String regionPath,
        @Nullable OrganisationId organisation,
        @Nullable OperatorId operator) {}
