package org.suyuan.epcis.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conditions that stay with the things until unset, for example {@code recalled} (EPCIS 2.0 §7.3.5.5). */
public record PersistentDisposition(List<CbvTerm> set, List<CbvTerm> unset) {

    private static final String CLAUSE = "EPCIS 2.0 §7.3.5.5";

    public PersistentDisposition {
        set = List.copyOf(set);
        unset = List.copyOf(unset);
        if (set.isEmpty() && unset.isEmpty()) {
            throw new InvalidEventException("set", "[]", "set or unset with a value", CLAUSE);
        }
        requireDistinct("set", set);
        requireDistinct("unset", unset);
    }

    private static void requireDistinct(String field, List<CbvTerm> terms) {
        Set<String> seen = new HashSet<>();
        for (CbvTerm term : terms) {
            Rules.requireVocabulary(field, term, CbvVocabulary.DISPOSITION);
            if (!seen.add(term.uri())) {
                throw new InvalidEventException(field, term.written(), "each disposition once", CLAUSE);
            }
        }
    }
}
