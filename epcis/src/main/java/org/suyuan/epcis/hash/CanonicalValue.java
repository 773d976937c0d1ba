package org.suyuan.epcis.hash;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.gs1.Gs1Uri;

/** The one spelling of each kind of value in the text that is hashed (CBV 2.0 §8.9.3). */
final class CanonicalValue {

    private static final DateTimeFormatter UTC_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,64}(\\.\\d{1,64})?([eE][+-]?\\d{1,2})?");

    private static final String CBV_URN = "urn:epcglobal:cbv:";

    private static final List<CbvVocabulary> URN_VOCABULARIES = List.of(
            CbvVocabulary.BIZ_STEP,
            CbvVocabulary.DISPOSITION,
            CbvVocabulary.BIZ_TRANSACTION_TYPE,
            CbvVocabulary.SOURCE_DEST_TYPE,
            CbvVocabulary.ERROR_REASON);

    private CanonicalValue() {}

    /** UTC, three fraction digits, the fourth rounding the third up from 5. */
    static String time(DateTimeStamp time) {
        Instant instant = time.instant();
        BigDecimal millis = BigDecimal.valueOf(instant.getNano(), 6).setScale(0, RoundingMode.HALF_UP);
        return UTC_MILLIS.format(Instant.ofEpochSecond(instant.getEpochSecond()).plusMillis(millis.longValueExact()));
    }

    /** Digits without an exponent, without zeros that say nothing. */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Text whose type is only known to its sender. XML has nothing but text where JSON has numbers, so text that reads as
     * a number is taken for one; identifiers and CBV words are recognised by their form.
     */
    static String text(String raw) {
        String text = raw.strip();
        if (NUMBER.matcher(text).matches()) {
            return number(new BigDecimal(text));
        }
        if (text.startsWith(CBV_URN)) {
            return URN_VOCABULARIES.stream()
                    .flatMap(vocabulary -> vocabulary.word(text).map(vocabulary::uri).stream())
                    .findFirst()
                    .orElse(text);
        }
        return Gs1Uri.canonicalOrSame(text);
    }

    /**
     * Sorts by the bytes of UTF-8, which is the order of code points. {@link String#compareTo} gives the same order, and
     * much faster, as long as no surrogate is there.
     */
    static List<String> sorted(List<String> texts) {
        String[] sorted = texts.toArray(String[]::new);
        if (hasSurrogate(texts)) {
            Arrays.sort(sorted, CanonicalValue::compareCodePoints);
        } else {
            Arrays.sort(sorted);
        }
        return List.of(sorted);
    }

    private static boolean hasSurrogate(List<String> texts) {
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int compareCodePoints(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
