package org.suyuan.demo;

import java.util.List;

/** Where item codes come from: the platform, which alone can issue them; a stand-in when only the books are looked at. */
interface CodeSupply {
    enum Kind {
        /** Serials of a GTIN. */
        GS1_SERIAL,
        /** 20-digit supervision codes. */
        SUPERVISION
    }

    /**
     * Codes for the items of a lot, in order of issue, as the URIs events name the items with. The same batch always gets the
     * same codes.
     */
    List<String> codes(Batch batch, Kind kind);
}
