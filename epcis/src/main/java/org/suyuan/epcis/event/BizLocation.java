package org.suyuan.epcis.event;

import java.util.List;

/** Where the things are after the event, until told otherwise (EPCIS 2.0 §7.3.4.2). */
public record BizLocation(String id, List<Extension> extensions) {

    public BizLocation {
        EpcisUri.require("id", id, "EPCIS 2.0 §7.3.4.2");
        extensions = List.copyOf(extensions);
    }

    public BizLocation(String id) {
        this(id, List.of());
    }
}
