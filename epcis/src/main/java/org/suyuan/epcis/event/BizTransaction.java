package org.suyuan.epcis.event;

import org.jspecify.annotations.Nullable;

/** A business document that the event belongs to (EPCIS 2.0 §7.3.5.3); without a type its kind is not said. */
public record BizTransaction(@Nullable CbvTerm type, String bizTransaction) {

    public BizTransaction {
        EpcisUri.require("bizTransaction", bizTransaction, "EPCIS 2.0 §7.3.5.3");
        Rules.requireVocabulary("type", type, CbvVocabulary.BIZ_TRANSACTION_TYPE);
    }
}
