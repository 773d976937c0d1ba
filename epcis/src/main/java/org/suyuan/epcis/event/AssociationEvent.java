package org.suyuan.epcis.event;

import java.util.List;

/**
 * Things were attached to, seen on, or removed from a parent that need not contain them: a sensor on a crate, a crate
 * in a place (EPCIS 2.0 §7.4.6).
 */
public record AssociationEvent(
        EventCore core, Action action, String parentID, List<String> childEPCs, List<QuantityElement> childQuantityList)
        implements EpcisEvent {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.6";

    public AssociationEvent {
        Rules.requireAction(action, CLAUSE);
        EpcisUri.require("parentID", parentID, CLAUSE);
        childEPCs = Rules.requireEpcs("childEPCs", childEPCs);
        childQuantityList = List.copyOf(childQuantityList);
        if (childEPCs.isEmpty() && childQuantityList.isEmpty() && action != Action.DELETE) {
            throw new InvalidEventException(
                    "childEPCs", "[]", "childEPCs or childQuantityList when action is " + action, CLAUSE);
        }
        if (childEPCs.contains(parentID)) {
            throw new InvalidEventException("parentID", parentID, "a parent that is not its own child", CLAUSE);
        }
    }

    @Override
    public AssociationEvent withCore(EventCore newCore) {
        return new AssociationEvent(newCore, action, parentID, childEPCs, childQuantityList);
    }
}
