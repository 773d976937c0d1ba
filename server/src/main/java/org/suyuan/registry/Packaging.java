package org.suyuan.registry;

import org.suyuan.epcis.gs1.Gtin;

/**
 * A package of one product that has a GTIN of its own.
 *
 * @param level 1 for the package around items, growing outward
 * @param pieces items in it
 */
public record Packaging(Gtin gtin, int level, long pieces) {
    public static final int LEVEL_MAX = 9;
}
