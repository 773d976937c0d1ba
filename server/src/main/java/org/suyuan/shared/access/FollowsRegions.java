package org.suyuan.shared.access;

import java.util.List;

/**
 * Rows of a module below or beside the registry that carry the materialised path of a region, by which scopes find them.
 * Called in the transaction in which the registry gives a region another code; modules above it implement the registry's own
 * {@code RegionPaths}.
 */
public interface FollowsRegions {
    /**
     * Gives every row on one of the old paths the new one, and touches no other.
     *
     * @param from old paths
     * @param to the new path of each
     * @return number of rows changed
     */
    long moved(List<String> from, List<String> to);
}
