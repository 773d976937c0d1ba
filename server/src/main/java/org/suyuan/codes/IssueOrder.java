package org.suyuan.codes;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;

/**
 * What is asked for, after the asker's rights and the product have been checked.
 *
 * @param gtin 14 digits; what serials are issued for; null for supervision codes
 * @param keyVersion of the current key
 * @param regionPath of the operator, by which a jurisdiction finds the batch
 */
public record IssueOrder(
        ProductId product,
        OperatorId operator,
        String regionPath,
        CodeKind kind,
        @Nullable String gtin,
        int keyVersion,
        long quantity,
        @Nullable String lot,
        @Nullable String note,
        ActorId orderedBy,
        String orderedByName) {}
