package org.suyuan.trace;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.events.UnitIndex;

/** How an event names a unit. Finer than EPCIS, so that a probe finds only what ends a containment. */
public enum Role {
    /** In the epcList or quantityList of an object or transaction event. */
    EPC,
    /** Same, of an ObjectEvent DELETE: the unit's life ended (EPCIS 2.0 §7.4.1.2). */
    ENDED,
    /** Parent of an aggregation, transaction or association event that also names children. */
    PARENT,
    /** Parent of an AggregationEvent DELETE without children: everything was unpacked (EPCIS 2.0 §7.4.2.2). */
    EMPTIED,
    CHILD,
    INPUT,
    OUTPUT,
    /** The lot that items were made part of: lotNumber in the ILMD of the event that names them. */
    LOT;

    /** As EPCIS has it. */
    public UnitIndex.Role published() {
        return switch (this) {
            case EPC, ENDED -> UnitIndex.Role.EPC;
            case PARENT, EMPTIED -> UnitIndex.Role.PARENT;
            case CHILD -> UnitIndex.Role.CHILD;
            case INPUT -> UnitIndex.Role.INPUT;
            case OUTPUT -> UnitIndex.Role.OUTPUT;
            case LOT -> UnitIndex.Role.LOT_OF_ITEMS;
        };
    }

    /** The roles that EPCIS knows under the given ones. */
    static Set<Role> under(Set<UnitIndex.Role> published) {
        return Arrays.stream(values())
                .filter(role -> published.contains(role.published()))
                .collect(Collectors.toSet());
    }

    static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));

    /** What happens to a package in these roles happens to what is in it. */
    static final Set<Role> CARRIED = Set.copyOf(EnumSet.of(EPC, ENDED, EMPTIED, CHILD, INPUT, OUTPUT));

    /** What decides in which package a unit is. */
    static final Set<Role> MOVING = Set.copyOf(EnumSet.of(CHILD, ENDED, INPUT));
}
