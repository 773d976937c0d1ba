package org.suyuan.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which days officers work. */
@Component
class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    boolean contains(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek());
    }
}
