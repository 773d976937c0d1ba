package org.suyuan.deadlines;

import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Budget.Shift;

/** In what a limit, or the distance of a rung, is measured. */
public enum LimitUnit {
    WORKING_DAYS("wd"),
    NATURAL_DAYS("d"),
    HOURS("h");

    final String suffix;

    LimitUnit(String suffix) {
        this.suffix = suffix;
    }

    public static LimitUnit of(Budget budget) {
        return switch (budget) {
            case Budget.WorkingDays _ -> WORKING_DAYS;
            case Budget.NaturalDays _ -> NATURAL_DAYS;
            case Budget.Hours _ -> HOURS;
        };
    }

    /** Only natural days can end on a rest day; of the others this says that nothing shifts. */
    public static Shift shift(Budget budget) {
        return budget instanceof Budget.NaturalDays(var _, Shift shift) ? shift : Shift.NONE;
    }

    public Budget budget(int amount, Shift shift) {
        return switch (this) {
            case WORKING_DAYS -> new Budget.WorkingDays(amount);
            case NATURAL_DAYS -> new Budget.NaturalDays(amount, shift);
            case HOURS -> new Budget.Hours(amount);
        };
    }
}
