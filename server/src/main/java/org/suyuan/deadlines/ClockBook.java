package org.suyuan.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** The clocks and their ledger as they are kept. */
public interface ClockBook {
    /** Writes a clock, its first entry and its rungs. */
    void open(RunningClock clock);

    /** The clock, which nobody else changes until the end of the transaction. */
    Optional<RunningClock> lock(ClockId id);

    Optional<RunningClock> find(Scope scope, ClockId id);

    /** Newest first, without entries and rungs. */
    Page<RunningClock> list(Scope scope, ClockFilter filter, PageRequest page);

    Map<ClockId, ClockDue> dues(Collection<ClockId> ids);

    /** Writes what the last entry of each clock changed: state, end, rungs not yet told. */
    void append(List<RunningClock> clocks);

    /** A new count without anything new in it. */
    void recounted(List<ClockId> clocks, long edition);

    /** Running clocks in days that end on or after a day, locked, in the order of their ids. */
    List<RunningClock> lockRunning(LocalDate dueFrom, @Nullable ClockId after, int limit);

    /** Marks rungs whose time has come as told, passing over those that another instance is just telling. */
    List<RungReached> fire(Instant now, int limit);
}
