package org.suyuan.shared.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing done.
 *
 * @param action {@code module.noun.verb}, for example {@code organisations.organisation.renamed}; its name in both languages
 *     is in the module's catalogue under {@code audit.<action>}
 * @param subject what it was done to
 * @param reason in the words of whoever decided; null for reads
 * @param legalBasis clause cited, if any
 * @param facts what changed, names as the API spells them; no secrets, no personal data beyond what the entry is about
 */
public record Deed(
        String action,
        Subject subject,
        @Nullable String reason,
        @Nullable String legalBasis,
        Map<String, String> facts) {
    public Deed {
        facts = Map.copyOf(facts);
    }

    public static Deed of(String action, Subject subject) {
        return new Deed(action, subject, null, null, Map.of());
    }

    public static Deed of(String action, Subject subject, Map<String, String> facts) {
        return new Deed(action, subject, null, null, facts);
    }

    public Deed because(@Nullable String reason, @Nullable String legalBasis) {
        return new Deed(action, subject, reason, legalBasis, facts);
    }
}
