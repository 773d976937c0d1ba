package org.suyuan.codes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.suyuan.epcis.unit.TraceUnit;

/** Owned here, implemented by modules that restrict units by decision, such as recalls. */
public interface Restrictions {
    /**
     * The decisions in force about a unit.
     *
     * @param lot the lot that the unit is of, if known
     */
    List<Restriction> on(TraceUnit unit, Optional<TraceUnit.Lot> lot, Instant at);
}
