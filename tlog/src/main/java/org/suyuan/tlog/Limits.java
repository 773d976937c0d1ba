package org.suyuan.tlog;

/** The bounds of a log, by name. */
public final class Limits {

    /**
     * Most leaves a tree may have. Far above any log (at 10 000 entries a second it lasts fourteen million years),
     * and low enough that no index or size arithmetic on a signed {@code long} can overflow.
     */
    public static final long TREE_SIZE_MAX = 1L << 62;

    /**
     * Longest entry. The same bound as the 16-bit length prefix of a C2SP tlog-tiles entry, so no entry outgrows a
     * tile.
     */
    public static final int ENTRY_BYTES_MAX = 65_535;

    private Limits() {}
}
