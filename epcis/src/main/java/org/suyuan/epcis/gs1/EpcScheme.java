package org.suyuan.epcis.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The EPC schemes that have a GS1 key (Tag Data Standard 2.x §6.3), each a way to cut a key into fields: company prefix first,
 * then the reference, the check digit left out.
 */
enum EpcScheme {
    SGTIN("01", 13, true, "", 0, "21"),
    UPUI("01", 13, true, "", 0, "235"),
    LGTIN("01", 13, true, "", 0, "10"),
    ITIP("8006", 13, true, "", 2, "21"),
    SSCC("00", 17, true, "", 0, null),
    SGLN("414", 12, false, "", 0, "254"),
    PGLN("417", 12, false, "", 0, null),
    GRAI("8003", 12, false, "0", 0, EpcScheme.IN_KEY),
    GDTI("253", 12, false, "", 0, EpcScheme.IN_KEY),
    SGCN("255", 12, false, "", 0, EpcScheme.IN_KEY),
    GSRN("8018", 17, false, "", 0, null),
    GSRNP("8017", 17, false, "", 0, null),
    GSIN("402", 16, false, "", 0, null),
    GIAI("8004", 0, false, "", 0, null),
    GINC("401", 0, false, "", 0, null),
    CPI("8010", 0, false, "", 0, "8011");

    /** The serial is written behind the check digit of the key itself. */
    static final String IN_KEY = "in key";

    private static final Map<String, EpcScheme> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EpcScheme::lowerName, scheme -> scheme));

    final String ai;
    /** Digits of company prefix and reference together, or 0 where the reference is text without check digit. */
    final int digits;
    /** Whether the first digit of the reference (indicator, extension) comes first in the key. */
    final boolean indicatorFirst;

    final String prefix;
    /** Fields of two digits between reference and serial: piece and total of an ITIP. */
    final int pairs;

    final @Nullable String serial;
    private final String lowerName;

    EpcScheme(String ai, int digits, boolean indicatorFirst, String prefix, int pairs, @Nullable String serial) {
        this.ai = ai;
        this.lowerName = name().toLowerCase(Locale.ROOT);
        this.digits = digits;
        this.indicatorFirst = indicatorFirst;
        this.prefix = prefix;
        this.pairs = pairs;
        this.serial = serial;
    }

    static Optional<EpcScheme> named(String name) {
        EpcScheme exact = BY_NAME.get(name);
        return Optional.ofNullable(exact == null ? BY_NAME.get(name.toLowerCase(Locale.ROOT)) : exact);
    }

    String lowerName() {
        return lowerName;
    }

    int fieldCount() {
        return 2 + pairs + (serial == null ? 0 : 1);
    }

    /** Whether leaving the serial out gives a class of things with an own key; all serials of a place are no place. */
    boolean hasClass() {
        return serial != null && this != SGLN && this != LGTIN;
    }

    /** The key of these fields, the serial apart. */
    String key(String companyPrefix, String reference, List<String> pairFields) {
        if (digits == 0) {
            return companyPrefix + reference;
        }
        String body = indicatorFirst
                ? reference.charAt(0) + companyPrefix + reference.substring(1)
                : companyPrefix + reference;
        return prefix + CheckDigit.append(body) + String.join("", pairFields);
    }
}
