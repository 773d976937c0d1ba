package org.suyuan.trace;

import java.util.List;
import java.util.Set;

/** Events by the units they name, for queries: those declared erroneous and the declarations are found too. */
public interface EventsOfUnits {
    /** Numbers of the events before the given one that name any of the units in any of the roles, newest capture first. */
    List<Long> newest(Units units, Set<Role> roles, long beforeSeq, int limit);
}
