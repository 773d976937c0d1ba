package org.suyuan.registry;

/**
 * Rows of a module that carry the materialised path of a region, by which scopes find them. Owned here, implemented by each
 * module that has such rows; called in the transaction that moves the region, so that nobody's list loses a row.
 *
 * <p>Rows that say where something was on a day of the past, as the audit trail does, stay as they are.
 */
public interface RegionPaths {
    /**
     * Gives every row on one of the old paths the new one, and touches no other.
     *
     * @return number of rows changed
     */
    long moved(RegionMove move);
}
