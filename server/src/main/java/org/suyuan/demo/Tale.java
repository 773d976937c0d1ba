package org.suyuan.demo;

import java.util.List;
import java.util.Random;

/** A supply chain of its own beside the golden incident. */
interface Tale {
    /** @param checks and {@code samples} are added to */
    record Telling(
            Chronicle chronicle,
            Trade trade,
            CodeSupply codes,
            Random random,
            List<ReportedCheck> checks,
            List<Sample> samples) {}

    void tell(Telling telling);

    /** Enrols everybody that the tales are about. */
    static List<Tale> all(Cast cast, Names names) {
        return List.of();
    }
}
