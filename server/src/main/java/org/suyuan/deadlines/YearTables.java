package org.suyuan.deadlines;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.calendar.YearTable;

/** The calendars as they are kept. */
public interface YearTables {
    void draft(CalendarTable table);

    Optional<CalendarTable> find(CalendarId id);

    /** Newest first, without their days. */
    Page<CalendarTable> list(@Nullable Integer notice, @Nullable DraftState state, PageRequest page);

    /** Decides a draft, an approval with the next edition; false when somebody else just decided. */
    boolean decide(CalendarId id, boolean approved, Signature decision);

    /** Edition of the latest approval. */
    long edition();

    /** For each year the table in force as of an edition. */
    List<YearTable> asOf(long edition);

    /**
     * Until the end of the transaction no calendar is approved: whoever counts and writes what he counted is either before an
     * approval, and counted again by it, or after.
     */
    void holdStill();

    /** Waits for those who hold still, and lets nobody else count until the end of the transaction. */
    void holdForApproval();
}
