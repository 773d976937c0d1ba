package org.suyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.suyuan.events.CaptureProjection;
import org.suyuan.events.CapturedEvent;

/** Files captured events under the units they name, in the transaction that stores them. */
@Component
class EventFiling implements CaptureProjection {
    private final UnitNumbers numbers;
    private final FactLog log;

    EventFiling(UnitNumbers numbers, FactLog log) {
        this.numbers = numbers;
        this.log = log;
    }

    @Override
    public void captured(List<CapturedEvent> events) {
        Identifiers identifiers = new Identifiers();
        List<EventReading> readings = new ArrayList<>(events.size());
        Set<UnitNumbers.Mention> mentions = new HashSet<>();
        for (CapturedEvent event : events) {
            EventReading reading = EventReading.of(event, identifiers);
            readings.add(reading);
            mentions.addAll(reading.mentions());
        }
        Map<UnitNumbers.Mention, Unit> units = new HashMap<>(numbers.newOrKnown(mentions));
        log.append(readings.stream().map(reading -> reading.statement(units)).toList());
    }
}
