package org.suyuan.codes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.shared.InvalidInput;

/** Makes the place of a check from what a caller tells; a region stands for its centre. */
@Component
public class CheckPlaces {
    private final Regions regions;

    CheckPlaces(Regions regions) {
        this.regions = regions;
    }

    /**
     * @param region 2, 4, 6, 9 or 12 digits
     * @throws InvalidInput naming the member that is wrong
     */
    public CheckPlace of(@Nullable String region, @Nullable Double latitude, @Nullable Double longitude) {
        RegionCode code = region == null ? null : regionCode(region);
        GeoPoint point = point(latitude, longitude);
        return new CheckPlace(code, point != null || code == null ? point : centre(code));
    }

    /** The same from a header that a proxy sets; what is not a region is no place. */
    CheckPlace ofHeader(@Nullable String region) {
        Optional<RegionCode> code =
                Optional.ofNullable(region).map(String::strip).flatMap(RegionCode::parse);
        return code.map(known -> new CheckPlace(known, centre(known))).orElse(CheckPlace.UNKNOWN);
    }

    private @Nullable GeoPoint centre(RegionCode code) {
        return regions.centre(code).orElse(null);
    }

    private static RegionCode regionCode(String region) {
        return RegionCode.parse(region)
                .orElseThrow(
                        () -> InvalidInput.of("/region", region, "region-code", "expected: 2, 4, 6, 9 or 12 digits"));
    }

    private static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            throw InvalidInput.of(
                    latitude == null ? "/latitude" : "/longitude", null, "required", "expected: both or none");
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw InvalidInput.of("/latitude", latitude.toString(), "range", "expected: -90 … 90");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw InvalidInput.of("/longitude", longitude.toString(), "range", "expected: -180 … 180");
        }
        return new GeoPoint(latitude, longitude);
    }
}
