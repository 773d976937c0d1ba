package org.suyuan.registry;

/** The four levels below the state that regions are kept for. */
public enum RegionLevel {
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6),
    TOWNSHIP(9);

    private final int length;

    RegionLevel(int length) {
        this.length = length;
    }

    /** Number of significant digits of codes of this level. */
    public int length() {
        return length;
    }

    static RegionLevel ofLength(int length) {
        for (RegionLevel level : values()) {
            if (level.length == length) {
                return level;
            }
        }
        throw new IllegalArgumentException("length: " + length + " (expected: 2, 4, 6 or 9)");
    }
}
