package org.suyuan.epcis.event;

/** Where a transfer that the event belongs to goes (EPCIS 2.0 §7.3.5.4). */
public record Destination(CbvTerm type, String destination) {

    public Destination {
        EpcisUri.require("destination", destination, "EPCIS 2.0 §7.3.5.4");
        Rules.requireVocabulary("type", type, CbvVocabulary.SOURCE_DEST_TYPE);
    }
}
