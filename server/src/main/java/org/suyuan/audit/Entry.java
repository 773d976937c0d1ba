package org.suyuan.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.audit.Subject;

/**
 * One line of the trail.
 *
 * @param doer who, as he was at that moment
 * @param origin from where; its members are null for what the platform did by itself
 */
public record Entry(
        UUID id,
        Instant at,
        Kind kind,
        String action,
        Doer doer,
        Origin origin,
        Subject subject,
        @Nullable String reason,
        @Nullable String legalBasis,
        Map<String, String> facts) {
    public Entry {
        facts = Map.copyOf(facts);
    }

    /** Whether something was changed or only seen. */
    public enum Kind {
        DECISION,
        READ
    }

    /** @param behalfOf whose post it was when he acted as a delegate */
    public record Doer(
            UUID id,
            String name,
            @Nullable UUID post,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable String title,
            @Nullable String role,
            @Nullable UUID behalfOf,
            @Nullable String behalfOfName) {}
}
