package org.suyuan.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;

/**
 * A post 岗位: one person in one place with one role for a time.
 *
 * @param holder account of the person who has it
 * @param title for example {@code 食品生产监管科 科员}
 * @param from first day
 * @param to first day no more; null for a post without end. Equal to {@code from} when called off before it began
 */
record Post(
        PostId id,
        ActorId holder,
        Workplace place,
        String title,
        String role,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (otherTo == null || from.isBefore(otherTo)) && (to == null || otherFrom.isBefore(to));
    }
}
