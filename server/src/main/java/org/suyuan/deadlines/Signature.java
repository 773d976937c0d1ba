package org.suyuan.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;

/**
 * Who drafted or decided, when and why.
 *
 * @param by null for what came with the platform
 * @param name as it was at the time
 */
public record Signature(
        @Nullable ActorId by,
        String name,
        Instant at,
        @Nullable String reason) {}
