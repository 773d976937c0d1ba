package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inputs became outputs (EPCIS 2.0 §7.4.5). One event has both sides, or a {@code transformationID} that joins events
 * which each tell a part.
 */
public record TransformationEvent(
        EventCore core,
        @Nullable String transformationID,
        List<String> inputEPCList,
        List<QuantityElement> inputQuantityList,
        List<String> outputEPCList,
        List<QuantityElement> outputQuantityList,
        List<Extension> ilmd)
        implements EpcisEvent {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.5";

    public TransformationEvent {
        Rules.requireUriIfPresent("transformationID", transformationID, CLAUSE);
        inputEPCList = Rules.requireEpcs("inputEPCList", inputEPCList);
        outputEPCList = Rules.requireEpcs("outputEPCList", outputEPCList);
        inputQuantityList = List.copyOf(inputQuantityList);
        outputQuantityList = List.copyOf(outputQuantityList);
        ilmd = List.copyOf(ilmd);
        boolean hasInput = !inputEPCList.isEmpty() || !inputQuantityList.isEmpty();
        boolean hasOutput = !outputEPCList.isEmpty() || !outputQuantityList.isEmpty();
        if (!hasInput && !hasOutput) {
            throw new InvalidEventException("inputEPCList", "[]", "an input or an output", CLAUSE);
        }
        if (transformationID == null && !(hasInput && hasOutput)) {
            throw new InvalidEventException(
                    "transformationID",
                    "absent",
                    "a transformationID where there is no " + (hasInput ? "output" : "input"),
                    CLAUSE);
        }
    }

    @Override
    public TransformationEvent withCore(EventCore newCore) {
        return new TransformationEvent(
                newCore, transformationID, inputEPCList, inputQuantityList, outputEPCList, outputQuantityList, ilmd);
    }
}
