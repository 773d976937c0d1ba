package org.suyuan.events;

import java.util.List;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.SupervisionCode;

/**
 * Contract for the numbering of codes issued here (design §3): a serial is a permutation of a per-product counter, and
 * the counter is its position. Implemented by {@code codes}, used by {@code trace}; one call a class and document.
 */
public interface IssuedSerials {
    /** Positions of GTIN serials; key version 0 where a serial does not have the shape of a code issued here for the GTIN. */
    Decoded decodeSerials(Gtin gtin, List<String> serials);

    /** Positions of supervision codes, all of one product resource; key version 0 where the check digits fit no key. */
    Decoded decodeSupervision(List<SupervisionCode> codes);

    /** The serial at a position: the inverse of {@link #decodeSerials}. */
    String serial(Gtin gtin, int keyVersion, long position);

    /** The supervision code at a position: the inverse of {@link #decodeSupervision}. */
    SupervisionCode supervisionCode(String resource, int keyVersion, long position);

    /** Parallel to the texts asked for. */
    record Decoded(int[] keyVersions, long[] positions) {}
}
