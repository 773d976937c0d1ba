package org.suyuan.registry;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;

/**
 * Which sites; null parts do not narrow.
 *
 * @param name part of the Chinese or English name
 * @param place exact URI
 * @param region the sites in it and below
 */
public record SiteFilter(
        @Nullable String name,
        @Nullable OperatorId operator,
        @Nullable String role,
        @Nullable String place,
        @Nullable RegionCode region,
        @Nullable RegistrationStatus status,
        ListOrder order) {
    public static final SiteFilter ALL = new SiteFilter(null, null, null, null, null, null, ListOrder.NEWEST);
}
