package org.suyuan.epcis.event;

import java.util.List;

/** Where the event was observed (EPCIS 2.0 §7.3.4.1). */
public record ReadPoint(String id, List<Extension> extensions) {

    public ReadPoint {
        EpcisUri.require("id", id, "EPCIS 2.0 §7.3.4.1");
        extensions = List.copyOf(extensions);
    }

    public ReadPoint(String id) {
        this(id, List.of());
    }
}
