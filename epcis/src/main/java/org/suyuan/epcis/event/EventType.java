package org.suyuan.epcis.event;

import java.util.Arrays;
import java.util.Optional;

/** The five event types of EPCIS 2.0 §7.4. */
public enum EventType {
    OBJECT("ObjectEvent"),
    AGGREGATION("AggregationEvent"),
    TRANSACTION("TransactionEvent"),
    TRANSFORMATION("TransformationEvent"),
    ASSOCIATION("AssociationEvent");

    private final String epcisName;

    EventType(String epcisName) {
        this.epcisName = epcisName;
    }

    /** The name as the standard spells it, for example {@code ObjectEvent}. */
    public String epcisName() {
        return epcisName;
    }

    public static Optional<EventType> named(String epcisName) {
        return Arrays.stream(values())
                .filter(type -> type.epcisName.equals(epcisName))
                .findFirst();
    }
}
