package org.suyuan.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;

/**
 * Somebody stands in for an absent holder (代理).
 *
 * @param post acted in
 * @param delegatePost the post that makes the delegate a colleague; the delegation ends with either
 * @param delegate who holds that post
 * @param from first day
 * @param to first day no more
 * @param revokedBy null unless it was taken back
 */
record Delegation(
        UUID id,
        PostId post,
        PostId delegatePost,
        ActorId delegate,
        String delegateName,
        LocalDate from,
        LocalDate to,
        String reason,
        @Nullable ActorId revokedBy) {

    /** Neither over nor taken back: begins today, later, or began already. */
    boolean isOpenOn(LocalDate day) {
        return revokedBy == null && to.isAfter(day);
    }
}
