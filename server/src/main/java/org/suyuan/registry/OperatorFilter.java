package org.suyuan.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which operators; null parts do not narrow.
 *
 * @param name part of the Chinese or English name
 * @param uscc exact, normalised
 * @param region the operators in it and below
 */
public record OperatorFilter(
        @Nullable String name,
        @Nullable String uscc,
        @Nullable String kind,
        @Nullable RegionCode region,
        @Nullable RegistrationStatus status,
        ListOrder order) {
    public static final OperatorFilter ALL = new OperatorFilter(null, null, null, null, null, ListOrder.NEWEST);
}
