package org.suyuan.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.Suspension;
import org.suyuan.shared.calendar.WorkingCalendar;

/**
 * A clock as it stands.
 *
 * @param rule the version it took at its start and keeps
 * @param entries its ledger, oldest first
 * @param due null while suspended before the end
 * @param edition of the calendar by which it was counted
 * @param version grows with every entry
 */
public record RunningClock(
        ClockId id,
        Rule rule,
        ClockSubject subject,
        Instant startedAt,
        ClockState state,
        List<ClockEntry> entries,
        List<RungTime> rungs,
        @Nullable Due due,
        long edition,
        long version) {
    public RunningClock {
        entries = List.copyOf(entries);
        rungs = List.copyOf(rungs);
    }

    /**
     * @param firesAt null while it is unknown or will not come
     * @param firedAt when it was told, once and for all
     */
    public record RungTime(
            Rung rung, @Nullable Instant firesAt, @Nullable Instant firedAt) {}

    /** What the ledger says does not count. */
    public List<Suspension> suspensions() {
        return suspensions(entries);
    }

    static List<Suspension> suspensions(List<ClockEntry> entries) {
        List<Suspension> suspensions = new ArrayList<>();
        ClockEntry open = null;
        for (ClockEntry entry : entries) {
            switch (entry.kind()) {
                case SUSPENDED -> open = entry;
                case RESUMED -> {
                    suspensions.add(suspension(open, entry.at()));
                    open = null;
                }
                case STARTED, RECOUNTED, STOPPED -> {}
            }
        }
        if (open != null) {
            suspensions.add(suspension(open, null));
        }
        return suspensions;
    }

    private static Suspension suspension(@Nullable ClockEntry from, @Nullable Instant to) {
        if (from == null) {
            throw new IllegalStateException("resumed without a suspension");
        }
        return new Suspension(from.at(), to, text(from.reason()), text(from.legalBasis()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    Deadline deadline(WorkingCalendar calendar) {
        return calendar.deadline(rule.text().budget(), startedAt, suspensions());
    }
}
