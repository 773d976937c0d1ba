package org.suyuan.epcis.event;

import java.util.List;

/**
 * Something happened to things (EPCIS 2.0 §7.4.2): they were made known ({@code ADD}), seen ({@code OBSERVE}) or taken
 * out of existence ({@code DELETE}).
 */
public record ObjectEvent(
        EventCore core, Action action, List<String> epcList, List<QuantityElement> quantityList, List<Extension> ilmd)
        implements EpcisEvent {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.2";

    public ObjectEvent {
        Rules.requireAction(action, CLAUSE);
        epcList = Rules.requireEpcs("epcList", epcList);
        quantityList = List.copyOf(quantityList);
        ilmd = List.copyOf(ilmd);
        boolean onlySensors =
                !core.sensorElementList().isEmpty() && core.readPoint().isPresent();
        if (epcList.isEmpty() && quantityList.isEmpty() && !onlySensors) {
            throw new InvalidEventException(
                    "epcList", "[]", "an epcList or quantityList, or sensor data with a readPoint", CLAUSE);
        }
        if (!ilmd.isEmpty() && action != Action.ADD) {
            throw new InvalidEventException("ilmd", "present", "none unless action is ADD, not " + action, CLAUSE);
        }
    }

    @Override
    public ObjectEvent withCore(EventCore newCore) {
        return new ObjectEvent(newCore, action, epcList, quantityList, ilmd);
    }
}
