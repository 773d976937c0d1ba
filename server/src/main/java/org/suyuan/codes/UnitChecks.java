package org.suyuan.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.GeoPoint;

/**
 * What is remembered of all checks of one unit. Checks may be told late and out of order (other channels deliver in the
 * evening, R1.4); each counts at its own time, so the order of telling does not change what is found among the checks
 * still remembered. Who reloads the page or reads it in another language has not checked again: a repetition changes nothing.
 *
 * @param count all checks ever, repetitions not counted
 * @param firstAt time of the earliest, {@link Instant#MAX} when there is none
 * @param recent the latest {@value #RECENT_MAX} in time order
 * @param suspicion the first that was found
 * @param harmlessUntil checks until then were judged harmless and suspect nothing, however late they are told
 */
public record UnitChecks(
        long count,
        Instant firstAt,
        List<Sighting> recent,
        @Nullable Suspicion suspicion,
        @Nullable Instant harmlessUntil) {
    public static final int RECENT_MAX = 64;
    public static final UnitChecks NONE = new UnitChecks(0, Instant.MAX, List.of(), null, null);

    public UnitChecks {
        recent = List.copyOf(recent);
    }

    /** With one check more. Only a single item can be suspicious; a lot is in a thousand places by right. */
    UnitChecks with(VerificationRecord verification, Thresholds thresholds) {
        Sighting check = Sighting.of(verification);
        if (lookRepeatedBy(check, thresholds) >= 0) {
            return this;
        }
        List<Sighting> all = new ArrayList<>(recent);
        int at = all.size();
        while (at > 0 && all.get(at - 1).at().isAfter(check.at())) {
            at--;
        }
        all.add(at, check);
        int judged = harmless(all);
        Suspicion found = suspicion == null && verification.single() && at >= judged
                ? found(all.subList(judged, all.size()), at - judged, thresholds)
                : suspicion;
        List<Sighting> kept = all.size() > RECENT_MAX ? all.subList(all.size() - RECENT_MAX, all.size()) : all;
        Instant first = check.at().isBefore(firstAt) ? check.at() : firstAt;
        return new UnitChecks(count + 1, first, kept, found, harmlessUntil);
    }

    /** How many of them, the earliest, were judged harmless. */
    private int harmless(List<Sighting> all) {
        int harmless = 0;
        while (harmlessUntil != null
                && harmless < all.size()
                && !all.get(harmless).at().isAfter(harmlessUntil)) {
            harmless++;
        }
        return harmless;
    }

    /** After somebody judged all checks until then harmless. */
    UnitChecks foundHarmless(Instant until) {
        return new UnitChecks(count, firstAt, recent, null, until);
    }

    /** What the answer to one check more tells: the checks with it, but to a repetition the number its first look was told. */
    UnitChecks toldTo(VerificationRecord verification, UnitChecks after, Thresholds thresholds) {
        int look = lookRepeatedBy(Sighting.of(verification), thresholds);
        int later = recent.size() - 1 - look;
        return look < 0 ? after : new UnitChecks(count - later, firstAt, recent, suspicion, harmlessUntil);
    }

    /** Index of the check that this one repeats: by the same source, at the same place, shortly before or after; else -1. */
    private int lookRepeatedBy(Sighting check, Thresholds thresholds) {
        String origin = check.origin();
        for (int i = recent.size() - 1; i >= 0 && origin != null; i--) {
            Sighting look = recent.get(i);
            if (origin.equals(look.origin())
                    && Duration.between(look.at(), check.at()).abs().compareTo(thresholds.repeatWindow()) < 0
                    && isSamePlace(look.place(), check.place(), thresholds)) {
                return i;
            }
        }
        return -1;
    }

    /** One source far from itself is no reload: such a check counts, and shows two items under one address. */
    private static boolean isSamePlace(CheckPlace one, CheckPlace other, Thresholds thresholds) {
        GeoPoint point = one.point();
        GeoPoint otherPoint = other.point();
        return point == null || otherPoint == null
                ? one.equals(other)
                : Distance.kilometres(point, otherPoint) < thresholds.distanceMinKm();
    }

    private static @Nullable Suspicion found(List<Sighting> all, int at, Thresholds thresholds) {
        return tooFarApart(all, at, thresholds)
                .or(() -> tooOften(all, all.get(at), thresholds))
                .orElse(null);
    }

    /** Compares the check with the one before and the one after it whose places are known. */
    private static Optional<Suspicion> tooFarApart(List<Sighting> all, int at, Thresholds thresholds) {
        Optional<Suspicion> found = Optional.empty();
        for (int before = at - 1; before >= 0 && found.isEmpty(); before--) {
            if (all.get(before).place().point() != null) {
                found = tooFarApart(all.get(before), all.get(at), thresholds);
                break;
            }
        }
        for (int after = at + 1; after < all.size() && found.isEmpty(); after++) {
            if (all.get(after).place().point() != null) {
                return tooFarApart(all.get(at), all.get(after), thresholds);
            }
        }
        return found;
    }

    private static Optional<Suspicion> tooFarApart(Sighting from, Sighting to, Thresholds thresholds) {
        GeoPoint start = from.place().point();
        GeoPoint end = to.place().point();
        if (start == null || end == null) {
            return Optional.empty();
        }
        double kilometres = Distance.kilometres(start, end);
        double hours = Duration.between(from.at(), to.at()).toMillis() / 3_600_000.0;
        boolean impossible = kilometres >= thresholds.distanceMinKm() && kilometres > thresholds.speedMaxKmh() * hours;
        return impossible
                ? Optional.of(new Suspicion.TooFarApart(to.at(), from, to, Math.round(kilometres)))
                : Optional.empty();
    }

    /** Counts different sources in every window that contains the check; a check of unknown source counts by itself. */
    private static Optional<Suspicion> tooOften(List<Sighting> all, Sighting check, Thresholds thresholds) {
        Duration window = thresholds.window();
        Map<String, Integer> inWindow = new HashMap<>();
        int oldest = 0;
        for (int newest = 0; newest < all.size(); newest++) {
            inWindow.merge(sourceOf(all, newest), 1, Integer::sum);
            while (Duration.between(all.get(oldest).at(), all.get(newest).at()).compareTo(window) > 0) {
                inWindow.computeIfPresent(sourceOf(all, oldest++), (source, times) -> times > 1 ? times - 1 : null);
            }
            boolean contains = !all.get(oldest).at().isAfter(check.at())
                    && !all.get(newest).at().isBefore(check.at());
            if (contains && inWindow.size() >= thresholds.sourcesMin()) {
                return Optional.of(new Suspicion.TooOften(all.get(newest).at(), inWindow.size(), window));
            }
        }
        return Optional.empty();
    }

    private static String sourceOf(List<Sighting> all, int index) {
        String origin = all.get(index).origin();
        return origin != null ? origin : "unknown " + index;
    }
}
