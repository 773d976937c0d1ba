package org.suyuan.trace;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes new facts, inside the transaction of the caller, in order of capture. */
public interface FactLog {
    void append(List<Entry> entries);

    sealed interface Entry {}

    /**
     * @param hash CBV event hash, the second name by which an error declaration can mean this event
     * @param parts what the event names; the lots that items are made part of are added in role {@link Role#LOT}
     */
    record Recorded(Fact fact, String hash, List<Part> parts) implements Entry {
        public Recorded {
            Stream<Part> lots = parts.stream()
                    .map(Part::lot)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(lot -> Part.of(Role.LOT, new Unit(Series.LOTS, lot)));
            parts = Stream.concat(parts.stream().filter(part -> part.role() != Role.LOT), lots)
                    .toList();
        }
    }

    /**
     * An error declaration: every event of this id or hash is void, captured before or after (EPCIS 2.0 §7.4.1.3).
     *
     * @param seq of the declaring event
     */
    record Voided(long seq, String eventId, String hash) implements Entry {}
}
