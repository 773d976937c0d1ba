package org.suyuan.deadlines;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.YearTable;

/**
 * One year's table with its story.
 *
 * @param source the notice it was taken from
 * @param edition grows with every approval of any year; null before
 * @param table empty days in lists, where only {@code dayCount} is told
 */
public record CalendarTable(
        CalendarId id,
        YearTable table,
        int dayCount,
        String source,
        DraftState state,
        @Nullable Long edition,
        Signature drafted,
        @Nullable Signature decided) {

    public Optional<Signature> decision() {
        return Optional.ofNullable(decided);
    }
}
