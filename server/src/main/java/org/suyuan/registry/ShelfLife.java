package org.suyuan.registry;

import java.time.LocalDate;

/** How long a product keeps, as labels say it: 180 days, 12 months. */
public record ShelfLife(int length, Unit unit) {
    public static final int LENGTH_MAX = 36_500;

    public enum Unit {
        DAY,
        MONTH
    }

    public ShelfLife {
        if (length < 1 || length > LENGTH_MAX) {
            throw new IllegalArgumentException("length: " + length + " (expected: 1 … " + LENGTH_MAX + ")");
        }
    }

    /** The production date is day zero. */
    public LocalDate bestBefore(LocalDate productionDate) {
        return switch (unit) {
            case DAY -> productionDate.plusDays(length);
            case MONTH -> productionDate.plusMonths(length);
        };
    }
}
