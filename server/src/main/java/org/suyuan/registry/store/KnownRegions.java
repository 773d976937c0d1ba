package org.suyuan.registry.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Faults;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionLevel;
import org.suyuan.registry.Regions;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;

/** The regions that a chunk of drafts names, looked up once. */
record KnownRegions(Map<RegionCode, List<Region>> periods) {
    private static final String POINTER = "/region";

    static KnownRegions of(Regions regions, Stream<@Nullable String> codes) {
        Collection<RegionCode> asked = codes.filter(Objects::nonNull)
                .map(RegionCode::parse)
                .flatMap(Optional::stream)
                .toList();
        return new KnownRegions(regions.periods(asked));
    }

    /**
     * The region of a draft; null when there is a fault, which is then told. A code that is in force today will do as well as
     * one of the entry's first day: the region may have been given it since.
     */
    @Nullable
    Region of(Actor actor, @Nullable String text, LocalDate on, LocalDate today, Faults faults) {
        RegionCode code = text == null ? null : RegionCode.parse(text).orElse(null);
        if (code == null) {
            return null; // The draft's own check has told it.
        }
        List<Region> known = periods.getOrDefault(code, List.of());
        Region region =
                Region.inForce(known, on).or(() -> Region.inForce(known, today)).orElse(null);
        if (region == null) {
            faults.add(POINTER, text, "region-in-force", "expected: a region in force on " + on);
        } else if (region.level() == RegionLevel.PROVINCE) {
            faults.add(POINTER, text, "region-level", "expected: a county or township");
        } else if (!ScopeClause.reaches(actor, region.path())) {
            faults.add(POINTER, text, "jurisdiction", "expected: a region of your jurisdiction");
            return null;
        }
        return region;
    }

    /** Narrows a list to a region and all below it. */
    static Optional<ScopeClause> narrowing(Regions regions, @Nullable RegionCode code) {
        if (code == null) {
            return Optional.empty();
        }
        List<Region> periods = regions.periods(List.of(code)).get(code);
        if (periods == null) {
            throw InvalidInput.of("region", code.toString(), "region", "expected: the code of a region");
        }
        return Optional.of(ScopeClause.under(periods.getLast().path(), "region"));
    }
}
