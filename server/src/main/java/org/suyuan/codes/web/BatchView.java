package org.suyuan.codes.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.CodeKind;

/**
 * A batch as the API shows it.
 *
 * @param gtin what serials were issued for; absent for supervision codes
 * @param productResource first seven digits of supervision codes; absent for serials
 */
record BatchView(
        String id,
        CodeKind kind,
        Named product,
        String operator,
        @Nullable String gtin,
        @Nullable String productResource,
        int keyVersion,
        long quantity,
        @Nullable String lot,
        @Nullable String note,
        Named createdBy,
        OffsetDateTime createdAt,
        List<AllowedAction> allowedActions) {

    record Named(String id, String name) {}

    /** @param reason why not, in the reader's language */
    record AllowedAction(
            String action, boolean allowed, @Nullable String reason) {}
}
