package org.suyuan.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.access.Actor;

/** Changes of the administrative divisions between two editions of the table. */
public interface RegionMoves {

    /**
     * Renames a region, gives it another code, or puts it into another region, which is another code too since GB/T 2260
     * codes say where a region lies. The regions in it follow with the same change of their first digits, and everything
     * registered in them through {@link RegionPaths}. The old row ends, a new one begins; nothing is overwritten.
     *
     * <p>Takes {@code REGISTRY_WRITE} and the reach of the whole platform. Recorded on the day it takes effect or later: paths
     * say where things lie now, and a path of next year would hide them from today's officers.
     *
     * @return the region from that day on; empty when the code means nothing on that day
     * @throws org.suyuan.shared.InvalidInput with every broken rule
     */
    Optional<Moved> move(Actor actor, RegionCode code, Draft draft);

    /**
     * What is null stays.
     *
     * @param code as long as the old one
     * @param parent a region in force on the day; its digits begin the new code
     */
    record Draft(
            @Nullable String code,
            @Nullable String parent,
            @Nullable String nameZh,
            @Nullable String shortName,
            @Nullable String nameEn,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {}

    /**
     * @param regions regions that got another code or name, itself included
     * @param rows rows of all modules that followed
     */
    record Moved(Region region, int regions, long rows) {}
}
