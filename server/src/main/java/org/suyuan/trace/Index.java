package org.suyuan.trace;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitIndex;

@Component
class Index implements UnitIndex {
    private final UnitNumbers numbers;
    private final EventsOfUnits events;

    Index(UnitNumbers numbers, EventsOfUnits events) {
        this.numbers = numbers;
        this.events = events;
    }

    @Override
    public List<Long> touching(Collection<TraceUnit> units, Set<UnitIndex.Role> roles, long beforeSeq, int limit) {
        return events.newest(numbers.known(units), org.suyuan.trace.Role.under(roles), beforeSeq, limit);
    }
}
