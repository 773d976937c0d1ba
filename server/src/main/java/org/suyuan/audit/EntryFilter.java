package org.suyuan.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries; null asks for all.
 *
 * @param from first moment
 * @param to the moment after the last
 * @param kind of the subject, for example {@code operator}
 * @param subject its id, only beside {@code kind}
 * @param region significant digits of a region code; what lies in it or below
 */
public record EntryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID actor,
        @Nullable String action,
        Entry.@Nullable Kind type,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable UUID person,
        @Nullable UUID operator,
        @Nullable String region) {}
