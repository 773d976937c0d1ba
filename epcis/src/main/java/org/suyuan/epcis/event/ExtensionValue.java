package org.suyuan.epcis.event;

import java.math.BigDecimal;
import java.util.List;

/** A value of an extension: a small immutable tree of what JSON can say, independent of any JSON library. */
public sealed interface ExtensionValue {

    /** Fields in the order in which they came. */
    record Structure(List<Extension> fields) implements ExtensionValue {
        public Structure {
            fields = List.copyOf(fields);
        }
    }

    record Sequence(List<ExtensionValue> items) implements ExtensionValue {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements ExtensionValue {}

    record Decimal(BigDecimal value) implements ExtensionValue {
        public Decimal {
            QuantityElement.requireReasonable("number", value);
        }
    }

    record Truth(boolean value) implements ExtensionValue {}

    /** JSON {@code null}. */
    record Nothing() implements ExtensionValue {}
}
