package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event as it stands in the document, before it is judged. Never larger than the limits allow. */
sealed interface JsonTree {

    record Structure(LinkedHashMap<String, JsonTree> fields) implements JsonTree {}

    record Sequence(List<JsonTree> items) implements JsonTree {}

    record Text(String value) implements JsonTree {}

    record Decimal(BigDecimal value) implements JsonTree {}

    record Truth(boolean value) implements JsonTree {}

    record Nothing() implements JsonTree {}

    /** How a value is shown in a message: short, and saying what kind it is where the kind is the problem. */
    default String shown() {
        return switch (this) {
            case Structure(Map<String, JsonTree> fields) -> "an object with " + fields.keySet();
            case Sequence(List<JsonTree> items) -> "an array of " + items.size();
            case Text(String value) -> "\"" + value + "\"";
            case Decimal(BigDecimal value) -> value.toString();
            case Truth(boolean value) -> Boolean.toString(value);
            case Nothing() -> "null";
        };
    }
}
