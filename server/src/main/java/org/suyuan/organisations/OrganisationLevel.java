package org.suyuan.organisations;

import org.jspecify.annotations.Nullable;
import org.suyuan.registry.RegionLevel;

/** The five levels of authorities 总局、省局、地(市)局、县(区)局、工商所 (R0.5), from the top; not to be mixed with other level schemes (N2). */
public enum OrganisationLevel {
    STATE(null),
    PROVINCE(RegionLevel.PROVINCE),
    PREFECTURE(RegionLevel.PREFECTURE),
    COUNTY(RegionLevel.COUNTY),
    TOWNSHIP(RegionLevel.TOWNSHIP);

    private final @Nullable RegionLevel region;

    OrganisationLevel(@Nullable RegionLevel region) {
        this.region = region;
    }

    /** A body of this level is in charge of a whole region of the same level; the state's of the nation. */
    public boolean fits(Place place) {
        RegionLevel level = place.region() == null ? null : place.region().level();
        return level == region;
    }

    /** Whether a body of this level may stand directly above one of the other; steps may be left out (a municipality has no prefecture). */
    public boolean above(OrganisationLevel other) {
        return ordinal() < other.ordinal();
    }
}
