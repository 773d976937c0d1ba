package org.suyuan.trace;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One captured event, as filed.
 *
 * @param hash CBV event hash, the second name by which an error declaration can mean this event
 * @param parts what the event names; the lots that items are made part of are added in role {@link Role#LOT}
 * @param declaresError whether the event repeats an earlier one to declare it erroneous. Then every event whose id or
 *     hash is this one's id is void, captured before or after; the declaration itself is no fact to trace by but is still
 *     found by its units (EPCIS 2.0 §7.4.1.2)
 */
public record Statement(Fact fact, String hash, List<Part> parts, boolean declaresError) {
    public Statement {
        Stream<Part> lots = parts.stream()
                .map(Part::lot)
                .filter(Objects::nonNull)
                .distinct()
                .map(lot -> Part.of(Role.LOT, new Unit(Series.LOTS, lot)));
        parts = Stream.concat(parts.stream().filter(part -> part.role() != Role.LOT), lots)
                .toList();
    }
}
