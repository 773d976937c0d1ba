package org.suyuan.codes.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.CheckPlace;
import org.suyuan.codes.Sighting;
import org.suyuan.codes.Suspicion;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegionCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How {@code codes.unit_checks} keeps sightings and suspicions in its jsonb columns; names are short, rows are many. */
final class ChecksJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Seen>> SEEN = new TypeReference<>() {};

    private ChecksJson() {}

    static String sightings(List<Sighting> sightings) {
        return JSON.writeValueAsString(sightings.stream().map(Seen::of).toList());
    }

    static List<Sighting> sightings(String json) {
        return JSON.readValue(json, SEEN).stream().map(Seen::sighting).toList();
    }

    static @Nullable String suspicion(@Nullable Suspicion suspicion) {
        return suspicion == null ? null : JSON.writeValueAsString(Found.of(suspicion));
    }

    static @Nullable Suspicion suspicion(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Found.class).suspicion();
    }

    /** @param t microseconds since 1970 */
    private record Seen(
            long t,
            @Nullable String region,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String origin) {
        static Seen of(Sighting sighting) {
            RegionCode region = sighting.place().region();
            GeoPoint point = sighting.place().point();
            return new Seen(
                    micros(sighting.at()),
                    region == null ? null : region.significant(),
                    point == null ? null : point.latitude(),
                    point == null ? null : point.longitude(),
                    sighting.origin());
        }

        Sighting sighting() {
            return new Sighting(
                    instant(t),
                    new CheckPlace(
                            region == null ? null : new RegionCode(region),
                            lat == null || lon == null ? null : new GeoPoint(lat, lon)),
                    origin);
        }
    }

    /** Either {@code sources} and {@code windowSeconds}, or {@code from}, {@code to} and {@code kilometres}. */
    private record Found(
            long since,
            @Nullable Integer sources,
            @Nullable Long windowSeconds,
            @Nullable Seen from,
            @Nullable Seen to,
            @Nullable Long kilometres) {
        static Found of(Suspicion suspicion) {
            return switch (suspicion) {
                case Suspicion.TooOften(Instant since, int sources, Duration window) ->
                    new Found(micros(since), sources, window.toSeconds(), null, null, null);
                case Suspicion.TooFarApart(Instant since, Sighting from, Sighting to, long kilometres) ->
                    new Found(micros(since), null, null, Seen.of(from), Seen.of(to), kilometres);
            };
        }

        Suspicion suspicion() {
            if (from != null && to != null && kilometres != null) {
                return new Suspicion.TooFarApart(instant(since), from.sighting(), to.sighting(), kilometres);
            }
            if (sources != null && windowSeconds != null) {
                return new Suspicion.TooOften(instant(since), sources, Duration.ofSeconds(windowSeconds));
            }
            throw new IllegalStateException("suspicion: " + this + " (expected: too often or too far apart)");
        }
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
