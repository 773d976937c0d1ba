package org.suyuan.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about one check.
 *
 * @param code what was checked
 * @param kind what kind of code it is, in words; null for none
 * @param further what else is true beside the verdict
 * @param hint technical words about a malformed code; null otherwise
 * @param warnings the safety section; empty when there is nothing to warn of
 * @param report lines to read out or send when complaining
 * @param jsonHref the machine-readable form of this page
 * @param checkedAt in words
 */
record CheckPage(
        VerdictView verdict,
        CodeShown code,
        @Nullable String kind,
        List<VerdictView> further,
        @Nullable String hint,
        @Nullable ProductView product,
        List<String> warnings,
        JourneyView journey,
        List<String> report,
        int events,
        long checks,
        @Nullable String firstChecked,
        @Nullable String jsonHref,
        String checkedAt) {

    /** Whether something may be wrong, so that what to do about it stands open. */
    public boolean alarming() {
        return verdict.tone().equals("danger") || verdict.tone().equals("attention") || !warnings.isEmpty();
    }

    public String reportText() {
        return String.join("\n", report);
    }
}
