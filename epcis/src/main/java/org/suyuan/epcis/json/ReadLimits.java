package org.suyuan.epcis.json;

/**
 * Bounds of one reading. They keep a hostile or broken document from filling the memory; a finding names the bound that
 * was met.
 *
 * @param eventsMax events in one document
 * @param eventCharsMax characters of one event, its names and values counted; 10 000 item identifiers take about 500 000
 * @param stringCharsMax characters of one value
 * @param depthMax objects and arrays open at once within an event
 * @param heldCharsMax characters of events held back while {@code @context} has not come yet
 * @param findingsMax findings reported for one event; further ones are counted as truncated
 */
public record ReadLimits(
        int eventsMax, int eventCharsMax, int stringCharsMax, int depthMax, int heldCharsMax, int findingsMax) {

    public static final ReadLimits DEFAULT = new ReadLimits(100_000, 32 << 20, 64 << 10, 32, 32 << 20, 100);

    public ReadLimits {
        if (eventsMax < 1
                || eventCharsMax < 1
                || stringCharsMax < 1
                || depthMax < 1
                || heldCharsMax < 1
                || findingsMax < 1) {
            throw new IllegalArgumentException("limits: " + eventsMax + ", " + eventCharsMax + ", " + stringCharsMax
                    + ", " + depthMax + ", " + heldCharsMax + ", " + findingsMax + " (expected: all >= 1)");
        }
    }
}
