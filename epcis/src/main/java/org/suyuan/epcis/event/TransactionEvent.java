package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things were tied to, or released from, business transactions (EPCIS 2.0 §7.4.4). */
public record TransactionEvent(
        EventCore core,
        Action action,
        @Nullable String parentID,
        List<String> epcList,
        List<QuantityElement> quantityList)
        implements EpcisEvent {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.4";

    public TransactionEvent {
        Rules.requireAction(action, CLAUSE);
        Rules.requireUriIfPresent("parentID", parentID, CLAUSE);
        epcList = Rules.requireEpcs("epcList", epcList);
        quantityList = List.copyOf(quantityList);
        if (core.why().bizTransactionList().isEmpty()) {
            throw new InvalidEventException("bizTransactionList", "[]", "at least one transaction", CLAUSE);
        }
        if (epcList.isEmpty() && quantityList.isEmpty() && parentID == null && action != Action.DELETE) {
            throw new InvalidEventException(
                    "epcList", "[]", "an epcList, a quantityList or a parentID when action is " + action, CLAUSE);
        }
    }

    @Override
    public TransactionEvent withCore(EventCore newCore) {
        return new TransactionEvent(newCore, action, parentID, epcList, quantityList);
    }
}
