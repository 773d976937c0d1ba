package org.suyuan.events;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.suyuan.epcis.unit.TraceUnit;

/** Contract for finding events by the units they name; implemented by {@code trace}, used by the EPCIS query. */
public interface UnitIndex {
    /** The part a unit plays in an event. */
    enum Role {
        /** In the epcList or quantityList of an object or transaction event. */
        EPC,
        PARENT,
        CHILD,
        INPUT,
        OUTPUT,
        /** The lot that ILMD names for the items the event commissions. */
        LOT_OF_ITEMS
    }

    /**
     * Sequence numbers of the events that name any of the units in any of the roles.
     *
     * @param beforeSeq only events captured before this one; {@link Long#MAX_VALUE} for all
     * @param limit at most this many
     * @return newest capture first
     */
    List<Long> touching(Collection<TraceUnit> units, Set<Role> roles, long beforeSeq, int limit);
}
