package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things were packed into, seen in, or taken out of a parent (EPCIS 2.0 §7.4.3). {@code DELETE} without children
 * empties the parent.
 */
public record AggregationEvent(
        EventCore core,
        Action action,
        @Nullable String parentID,
        List<String> childEPCs,
        List<QuantityElement> childQuantityList)
        implements EpcisEvent {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.3";

    public AggregationEvent {
        Rules.requireAction(action, CLAUSE);
        Rules.requireUriIfPresent("parentID", parentID, CLAUSE);
        childEPCs = Rules.requireEpcs("childEPCs", childEPCs);
        childQuantityList = List.copyOf(childQuantityList);
        if (parentID == null && action != Action.OBSERVE) {
            throw new InvalidEventException("parentID", "absent", "a parent when action is " + action, CLAUSE);
        }
        if (childEPCs.isEmpty() && childQuantityList.isEmpty() && action != Action.DELETE) {
            throw new InvalidEventException(
                    "childEPCs", "[]", "childEPCs or childQuantityList when action is " + action, CLAUSE);
        }
        if (parentID != null && childEPCs.contains(parentID)) {
            throw new InvalidEventException("parentID", parentID, "a parent that is not its own child", CLAUSE);
        }
    }

    @Override
    public AggregationEvent withCore(EventCore newCore) {
        return new AggregationEvent(newCore, action, parentID, childEPCs, childQuantityList);
    }
}
