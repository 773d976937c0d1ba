package org.suyuan.trace;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * Units that one event names in one role.
 *
 * @param amount of a lot or class, as the event states it; null for items, which count themselves, and where not stated
 * @param lot the lot that the event makes the items part of; a position of {@link Series#LOTS}
 */
public record Part(
        Role role,
        Series series,
        IntervalSet positions,
        @Nullable Amount amount,
        @Nullable Long lot) {
    public Part {
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("positions: none (expected: at least one)");
        }
        if (series.isClassLevel() && positions.size() != 1) {
            throw new IllegalArgumentException("positions: " + positions + " (expected: one lot a part)");
        }
    }

    public static Part of(Role role, Unit unit) {
        return new Part(role, unit.series(), IntervalSet.of(unit.position()), null, null);
    }

    Part clip(IntervalSet to) {
        return new Part(role, series, positions.intersect(to), amount, lot);
    }
}
