package org.suyuan.codes;

import org.suyuan.registry.GeoPoint;

/** Great-circle distance on a sphere; good to half a percent, far better than what is known of a check's place. */
final class Distance {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private Distance() {}

    static double kilometres(GeoPoint one, GeoPoint other) {
        double lat1 = Math.toRadians(one.latitude());
        double lat2 = Math.toRadians(other.latitude());
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
