package org.suyuan.organisations;

import org.jspecify.annotations.Nullable;
import org.suyuan.registry.RegionCode;

/**
 * The region a body sits in, and, for an authority, is in charge of.
 *
 * @param region null for the whole nation
 * @param path materialised path as {@link org.suyuan.shared.access.Scope.Jurisdiction} takes it
 */
public record Place(@Nullable RegionCode region, String path) {
    /** As the API writes it where a region has a code: the country's own division code. */
    public static final String NATION_CODE = "100000";

    public static final Place NATION = new Place(null, "/");

    public Place {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("path: " + path + " (expected: starts and ends with /)");
        }
    }

    public String code() {
        return region == null ? NATION_CODE : region.toString();
    }
}
