package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verification as it is kept.
 *
 * @param unit canonical URI, null when the text names no unit
 * @param single whether the unit is one item, so that it cannot be at two places
 * @param text as it was given, shortened to {@value #TEXT_MAX} characters
 * @param verdict what was answered; null when another channel answered and only told us later
 * @param seriesClass the GTIN or resource number that a code never issued pretends to belong to
 */
public record VerificationRecord(
        Instant at,
        @Nullable String unit,
        boolean single,
        String text,
        @Nullable VerdictCode verdict,
        @Nullable String reason,
        @Nullable String seriesClass,
        Source source) {
    public static final int TEXT_MAX = 512;
    /** A unit with a longer name is not followed from check to check. */
    public static final int UNIT_MAX = 1_024;

    public VerificationRecord {
        unit = unit == null || unit.length() > UNIT_MAX ? null : unit;
        // PostgreSQL has no NUL in text, and a cut must not halve a surrogate pair.
        String clean = text.replace('\0', ' ');
        int end = Math.min(clean.length(), TEXT_MAX);
        text = end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))
                ? clean.substring(0, end - 1)
                : clean.substring(0, end);
    }

    VerificationRecord answered(Verdict answer) {
        return new VerificationRecord(at, unit, single, text, answer.code(), answer.subCase(), seriesClass, source);
    }
}
