package org.suyuan.desk.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.desk.Bucket;
import org.suyuan.desk.Link;
import org.suyuan.desk.Priority;
import org.suyuan.shared.CodedName;

/**
 * A task as the API shows it.
 *
 * @param title in the reader's language
 * @param bucket null once it is closed
 * @param due null when nothing presses
 * @param dueWhy the rule behind the deadline
 * @param history and {@code allowedActions}: of one task, not of lists
 */
record TaskView(
        String id,
        String kind,
        String title,
        Link subject,
        CodedName state,
        Priority priority,
        @Nullable Bucket bucket,
        @Nullable OffsetDateTime due,
        boolean dueProvisional,
        @Nullable String dueWhy,
        @Nullable Office office,
        @Nullable Owner owner,
        String regionPath,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable List<Step> history,
        @Nullable List<AllowedAction> allowedActions) {

    record Office(String id, @Nullable String name) {}

    /** @param mine the reader holds the post, himself or as a delegate */
    record Owner(String post, String person, String name, String title, boolean mine) {}

    record Step(
            OffsetDateTime at,
            CodedName what,
            @Nullable String by,
            @Nullable String capacity,
            @Nullable String to,
            @Nullable String reason) {}

    record AllowedAction(
            String action,
            String label,
            boolean allowed,
            @Nullable String reason) {}
}
