package org.suyuan.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a code meant during one period. Codes are used again: 350205 was 杏林区 until 2003 and is 海沧区 since (standards a2).
 *
 * @param parent null for a province
 * @param path materialised path as {@link org.suyuan.shared.access.Scope.Jurisdiction} takes it, for example {@code /35/3502/350205/}
 * @param nameEn spelled by sound where no English name is in use
 * @param validFrom first day; null where the beginning is not known
 * @param validTo first day no more; null while in force
 * @param centre approximate seat; null where only a wider region has one
 */
public record Region(
        RegionCode code,
        @Nullable RegionCode parent,
        String path,
        String nameZh,
        String shortName,
        String nameEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable GeoPoint centre) {

    public RegionLevel level() {
        return code.level();
    }

    public boolean inForceOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /** The regions that contain this one, from the province down, itself last. */
    public List<RegionCode> lineage() {
        return Stream.of(path.split("/"))
                .filter(step -> !step.isEmpty())
                .map(RegionCode::new)
                .toList();
    }

    /** The period of a code in force on a day, out of all its periods. */
    public static Optional<Region> inForce(List<Region> periods, LocalDate day) {
        return periods.stream().filter(period -> period.inForceOn(day)).findFirst();
    }
}
