package org.suyuan.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** The administrative divisions from province to township, each with the days it was in force. Public facts: no actor. */
public interface Regions {

    Optional<Region> find(RegionCode code, LocalDate on);

    /** All periods of each code, oldest first; codes that never existed are absent. */
    Map<RegionCode, List<Region>> periods(Collection<RegionCode> codes);

    /** The regions directly below one, or the provinces, in the order of their codes. */
    Page<Region> children(@Nullable RegionCode parent, LocalDate on, PageRequest page);

    /** Regions whose Chinese or English name contains the text, the widest first. */
    Page<Region> named(String text, @Nullable RegionLevel level, LocalDate on, PageRequest page);

    /** Full names for showing; a code out of force keeps its last name. */
    Map<RegionCode, RegionName> names(Collection<RegionCode> codes);

    /** Approximate seat of the region or of the nearest region around it that has one. Answered from memory. */
    Optional<GeoPoint> centre(RegionCode code);
}
