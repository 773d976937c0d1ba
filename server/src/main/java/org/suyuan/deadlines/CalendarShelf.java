package org.suyuan.deadlines;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.suyuan.shared.calendar.WorkingCalendar;

/** Working calendars ready for counting, by edition. */
@Component
class CalendarShelf {
    /** Old editions are asked for only by explanations of what was counted long ago. */
    private static final int KEPT_MAX = 16;

    private final YearTables tables;
    private final Map<Long, WorkingCalendar> kept = new ConcurrentHashMap<>();

    CalendarShelf(YearTables tables) {
        this.tables = tables;
    }

    WorkingCalendar current() {
        return asOf(tables.edition());
    }

    WorkingCalendar asOf(long edition) {
        if (kept.size() > KEPT_MAX) {
            kept.clear();
        }
        return kept.computeIfAbsent(edition, wanted -> WorkingCalendar.of(wanted.toString(), tables.asOf(wanted)));
    }

    /** Edition of a calendar that this shelf handed out. */
    static long edition(WorkingCalendar calendar) {
        return Long.parseLong(calendar.version());
    }
}
