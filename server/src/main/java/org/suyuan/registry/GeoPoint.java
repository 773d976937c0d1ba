package org.suyuan.registry;

/** A place on Earth in degrees, WGS 84. */
public record GeoPoint(double latitude, double longitude) {
    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude: " + latitude + " (expected: -90 … 90)");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude: " + longitude + " (expected: -180 … 180)");
        }
    }
}
