package org.suyuan.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;

/** A notice in somebody's console. */
public record Notice(
        NoticeId id,
        ActorId person,
        NewNotice told,
        Instant at,
        @Nullable Instant readAt) {}
