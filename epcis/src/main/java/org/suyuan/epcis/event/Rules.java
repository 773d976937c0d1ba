package org.suyuan.epcis.event;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that more than one record of the model makes. */
final class Rules {

    private Rules() {}

    static void requireVocabulary(String field, @Nullable CbvTerm term, CbvVocabulary vocabulary) {
        if (term != null && term.vocabulary() != vocabulary) {
            throw new InvalidEventException(
                    field,
                    term.written(),
                    "a " + vocabulary.label() + ", not a " + term.vocabulary().label(),
                    "CBV 2.0 §7");
        }
    }

    static void requireUriIfPresent(String field, @Nullable String uri, String clause) {
        if (uri != null) {
            EpcisUri.require(field, uri, clause);
        }
    }

    static void requireReasonable(String field, @Nullable BigDecimal number) {
        if (number != null) {
            QuantityElement.requireReasonable(field, number);
        }
    }

    /** An unordered list of identifiers that names each thing once (EPCIS 2.0 §7.3.3.2). */
    static List<String> requireEpcs(String field, List<String> epcs) {
        Set<String> seen = HashSet.newHashSet(epcs.size());
        for (String epc : epcs) {
            EpcisUri.require(field, epc, "EPCIS 2.0 §7.3.3.2");
            if (!seen.add(epc)) {
                throw new InvalidEventException(field, epc, "each identifier once", "EPCIS 2.0 §7.3.3.2");
            }
        }
        return List.copyOf(epcs);
    }

    static void requireAction(@Nullable Action action, String clause) {
        if (action == null) {
            throw new InvalidEventException("action", "absent", "ADD, OBSERVE or DELETE", clause);
        }
    }
}
