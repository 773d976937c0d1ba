package org.suyuan.codes;

import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.ProductId;

/**
 * What somebody wants issued. The product is named by its id or by a GTIN; a package's GTIN gets serials of its own.
 *
 * @param lot AI (10)
 * @param note at most {@value #NOTE_MAX} characters
 */
public record BatchRequest(
        @Nullable ProductId product,
        @Nullable Gtin gtin,
        CodeKind kind,
        long quantity,
        @Nullable String lot,
        @Nullable String note) {
    public static final int NOTE_MAX = 500;
}
