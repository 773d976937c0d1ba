package org.suyuan.epcis.unit;

import java.util.Map;
import org.suyuan.epcis.gs1.Rule;

/** What {@link UnitSyntax#read} made of a text. The text is kept as it came. */
public sealed interface UnitReading {

    String raw();

    /**
     * A unit, and how it was written.
     *
     * @param attributes what else the text said about it, by Application Identifier ({@code 17} → {@code 261231}); the lot of
     *     an item stands here too
     */
    record Recognised(TraceUnit unit, Syntax syntax, String raw, Map<String, String> attributes)
            implements UnitReading {
        public Recognised {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * No unit.
     *
     * @param detail for people who know the standards, in English; others get a text by {@code rule}
     * @param position where in {@code raw} it goes wrong, from 0
     */
    record Malformed(String raw, Rule rule, String detail, int position) implements UnitReading {}
}
