package org.suyuan.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suyuan.portal.Journey;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.PublicFacts.PublicSite;

/**
 * A sketch of the way: places where they lie to one another, without a map below. Letters are sources, numbers the
 * thing's own places, the same as in the text.
 *
 * @param way points attribute of the polyline through the thing's own places
 * @param feeds lines from sources to the first of them
 * @param scale length of the scale bar in units of the drawing
 * @param scaleLabel the same on the ground
 */
record JourneyMap(
        List<Dot> dots,
        String way,
        List<Line> feeds,
        int scale,
        String scaleLabel,
        String description) {

    record Dot(String mark, int x, int y, boolean source) {}

    record Line(int x1, int y1, int x2, int y2) {}

    private static final int WIDTH = 358;
    private static final int HEIGHT = 200;
    private static final int MARGIN = 28;
    /** Dots nearer than this are moved apart, so that every mark can be read. */
    private static final int APART = 24;

    private static final double KM_PER_DEGREE = 111.2;
    private static final int SCALE_MAX = 110;
    private static final int[] SCALES_KM = {2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1};

    static Optional<JourneyMap> of(Journey journey, Map<String, String> marks, Words words, Names names) {
        Map<String, PublicSite> places = new LinkedHashMap<>();
        marks.keySet().forEach(place -> journey.site(place).ifPresent(site -> places.put(place, site)));
        if (places.size() < 2) {
            return Optional.empty();
        }
        Projection projection = Projection.of(places);
        Map<String, Dot> dots = new LinkedHashMap<>();
        places.forEach((place, site) -> {
            String mark = marks.getOrDefault(place, "");
            boolean source = !Character.isDigit(mark.charAt(0));
            dots.put(place, apart(projection.dot(mark, site, source), dots));
        });
        List<Dot> own = journey.stops().stream()
                .map(Journey.Stop::place)
                .filter(place -> place != null && dots.containsKey(place))
                .map(dots::get)
                .toList();
        List<Line> feeds = own.isEmpty()
                ? List.of()
                : dots.values().stream()
                        .filter(Dot::source)
                        .map(dot -> new Line(dot.x(), dot.y(), own.getFirst().x(), own.getFirst().y()))
                        .toList();
        String way = own.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        String description = places.entrySet().stream()
                .map(entry -> marks.get(entry.getKey()) + " " + names.of(entry.getValue()))
                .collect(Collectors.joining(words.say("list-separator")));
        int km = projection.scaleKm();
        return Optional.of(new JourneyMap(
                List.copyOf(dots.values()),
                way,
                feeds,
                km == 0 ? 0 : (int) Math.round(km * projection.unitsPerKm()),
                words.say("map.km", km),
                description));
    }

    /** Tries the places around until one is free; on a crowded sketch the last tried stays. */
    private static Dot apart(Dot dot, Map<String, Dot> others) {
        Dot moved = dot;
        for (int i = 1; i <= 16 && isCrowded(moved, others); i++) {
            double angle = i * Math.PI / 4;
            int distance = APART * (1 + (i - 1) / 8);
            int x = Math.clamp(dot.x() + Math.round(distance * Math.cos(angle)), 14, WIDTH - 14);
            int y = Math.clamp(dot.y() + Math.round(distance * Math.sin(angle)), 14, HEIGHT - 14);
            moved = new Dot(dot.mark(), x, y, dot.source());
        }
        return moved;
    }

    private static boolean isCrowded(Dot dot, Map<String, Dot> others) {
        return others.values().stream().anyMatch(other -> Math.hypot(dot.x() - other.x(), dot.y() - other.y()) < APART - 2);
    }

    /** Equirectangular around the middle: true enough for a sketch of some hundred kilometres. */
    private record Projection(double west, double north, double cosine, double unitsPerKm, double left, double top) {
        static Projection of(Map<String, PublicSite> places) {
            List<GeoPoint> points = new ArrayList<>();
            places.values().forEach(site -> {
                if (site.point() != null) {
                    points.add(site.point());
                }
            });
            double north = points.stream().mapToDouble(GeoPoint::latitude).max().orElse(0);
            double south = points.stream().mapToDouble(GeoPoint::latitude).min().orElse(0);
            double west = points.stream().mapToDouble(GeoPoint::longitude).min().orElse(0);
            double east = points.stream().mapToDouble(GeoPoint::longitude).max().orElse(0);
            double cosine = Math.cos(Math.toRadians((north + south) / 2));
            double wideKm = Math.max(1, (east - west) * cosine * KM_PER_DEGREE);
            double highKm = Math.max(1, (north - south) * KM_PER_DEGREE);
            double scale = Math.min((WIDTH - 2.0 * MARGIN) / wideKm, (HEIGHT - 2.0 * MARGIN) / highKm);
            return new Projection(
                    west, north, cosine, scale, (WIDTH - wideKm * scale) / 2, (HEIGHT - highKm * scale) / 2);
        }

        Dot dot(String mark, PublicSite site, boolean source) {
            GeoPoint point = site.point();
            double longitude = point == null ? west : point.longitude();
            double latitude = point == null ? north : point.latitude();
            double x = left + (longitude - west) * cosine * KM_PER_DEGREE * unitsPerKm;
            double y = top + (north - latitude) * KM_PER_DEGREE * unitsPerKm;
            return new Dot(mark, (int) Math.round(x), (int) Math.round(y), source);
        }

        int scaleKm() {
            for (int km : SCALES_KM) {
                if (km * unitsPerKm <= SCALE_MAX) {
                    return km;
                }
            }
            return 0;
        }
    }
}
