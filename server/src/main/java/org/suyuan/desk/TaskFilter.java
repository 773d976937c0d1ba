package org.suyuan.desk;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks; null parts do not narrow.
 *
 * @param state null for those not closed
 * @param subject exact kind and id
 */
public record TaskFilter(
        Whose whose,
        @Nullable TaskState state,
        @Nullable Bucket bucket,
        @Nullable String kind,
        @Nullable Link subject) {
    public static final TaskFilter OPEN = new TaskFilter(Whose.ALL, null, null, null, null);

    /** Whose tasks among those the actor may see. */
    public enum Whose {
        /** Mine, in whichever of my posts, those delegated to me included. */
        ME,
        /** Those of the organisation I act in that need nothing I lack, whoever has taken them. */
        ORGANISATION,
        /** Those that nobody has been given, in the region I dispatch in. */
        NOBODY,
        /** All that I may see. */
        ALL
    }
}
