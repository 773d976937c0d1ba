package org.suyuan.epcis.event;

/** Where a transfer that the event belongs to comes from (EPCIS 2.0 §7.3.5.4). */
public record Source(CbvTerm type, String source) {

    public Source {
        EpcisUri.require("source", source, "EPCIS 2.0 §7.3.5.4");
        Rules.requireVocabulary("type", type, CbvVocabulary.SOURCE_DEST_TYPE);
    }
}
