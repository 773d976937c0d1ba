package org.suyuan.codes;

import org.jspecify.annotations.Nullable;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegionCode;

/**
 * Where a check was made, as far as it is known: a region, a point, or both.
 *
 * @param point told by the caller's device, or the centre of the region
 */
public record CheckPlace(
        @Nullable RegionCode region, @Nullable GeoPoint point) {
    public static final CheckPlace UNKNOWN = new CheckPlace(null, null);
}
