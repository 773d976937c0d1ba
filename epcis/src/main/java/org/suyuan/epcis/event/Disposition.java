package org.suyuan.epcis.event;

import java.util.Locale;

/** Dispositions of CBV 2.0 §7.2. */
public enum Disposition {
    ACTIVE,
    AVAILABLE,
    COMPLETENESS_INFERRED,
    COMPLETENESS_VERIFIED,
    CONFORMANT,
    CONTAINER_CLOSED,
    CONTAINER_OPEN,
    DAMAGED,
    DESTROYED,
    DISPENSED,
    DISPOSED,
    ENCODED,
    EXPIRED,
    IN_PROGRESS,
    IN_TRANSIT,
    INACTIVE,
    MISMATCH_CLASS,
    MISMATCH_INSTANCE,
    MISMATCH_QUANTITY,
    NEEDS_REPLACEMENT,
    NO_PEDIGREE_MATCH,
    NON_CONFORMANT,
    NON_SELLABLE_OTHER,
    PARTIALLY_DISPENSED,
    RECALLED,
    RESERVED,
    RETAIL_SOLD,
    RETURNED,
    SELLABLE_ACCESSIBLE,
    SELLABLE_NOT_ACCESSIBLE,
    STOLEN,
    UNAVAILABLE,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public CbvTerm term() {
        return new CbvTerm(CbvVocabulary.DISPOSITION, word());
    }
}
