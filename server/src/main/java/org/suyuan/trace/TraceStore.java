package org.suyuan.trace;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the tracing core needs of a store: two set-at-a-time reads. Each is one round trip however many units are asked
 * for, so that a walk costs its depth and not its breadth. Facts voided by an error declaration are never returned
 * (EPCIS 2.0 §7.4.1.3); corrective events are facts of their own.
 */
public interface TraceStore {
    /**
     * The events before the given moment that name any of the units in any of the roles.
     *
     * @param limit most touches returned; which ones is unspecified beyond it
     */
    Found<Touch> touching(Units units, Set<Role> roles, Moment before, int limit);

    /** All that the events name in the roles. */
    Found<Touch> parts(Collection<Long> seqs, Set<Role> roles, int limit);

    /** @param truncated whether there was more than the limit */
    record Found<T>(List<T> list, boolean truncated) {
        public Found {
            list = List.copyOf(list);
        }
    }
}
