package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verification as it is kept.
 *
 * @param unit canonical URI, null when the text names no unit
 * @param text as it was given, shortened to {@value #TEXT_MAX} characters
 * @param seriesClass the GTIN or resource number that a code never issued pretends to belong to
 */
public record VerificationRecord(
        Instant at,
        @Nullable String unit,
        String text,
        VerdictCode verdict,
        @Nullable String reason,
        @Nullable String seriesClass,
        Source source) {
    public static final int TEXT_MAX = 512;

    public VerificationRecord {
        // PostgreSQL has no NUL in text, and a cut must not halve a surrogate pair.
        String clean = text.replace('\0', ' ');
        int end = Math.min(clean.length(), TEXT_MAX);
        text = end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))
                ? clean.substring(0, end - 1)
                : clean.substring(0, end);
    }
}
