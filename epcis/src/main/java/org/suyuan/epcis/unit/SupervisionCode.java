package org.suyuan.epcis.unit;

import java.util.Locale;
import org.suyuan.epcis.gs1.Cset;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Rule;

/**
 * The 20-digit code of the product quality supervision network (电子监管码): 7 digits product resource, 9 digits serial, 4 digits
 * check. Whether the 4 check digits are right needs a key, so it is not known here.
 *
 * <p>No code begins with 00: bare digits "00" + 18 are what scanners send for an SSCC, and the two must stay apart.
 */
public record SupervisionCode(String value) {

    public static final int LENGTH = 20;
    public static final int PRODUCT_RESOURCE_DIGITS = 7;
    public static final int SERIAL_DIGITS = 9;
    public static final String URN = "urn:suyuan:supervision:";

    private static final String SSCC_START = "00";

    public SupervisionCode {
        int bad = Cset.NUMERIC.firstOutside(value);
        if (bad >= 0) {
            throw new Gs1SyntaxException(
                    Rule.CHARSET, value, bad, "supervision code: '" + value.charAt(bad) + "' (expected: a digit)");
        }
        if (value.length() != LENGTH) {
            throw new Gs1SyntaxException(
                    Rule.LENGTH,
                    value,
                    Math.min(value.length(), LENGTH),
                    "supervision code: " + value.length() + " digits (expected: 20)");
        }
        if (value.startsWith(SSCC_START)) {
            throw new Gs1SyntaxException(Rule.VALUE, value, 0, "supervision code: begins with 00 (expected: 01 to 99)");
        }
    }

    /**
     * Takes the 20 digits, also in groups with blanks or hyphens, or the URN.
     *
     * @throws Gs1SyntaxException naming the value and the rule
     */
    public static SupervisionCode of(String text) {
        String digits = text.toLowerCase(Locale.ROOT).startsWith(URN) ? text.substring(URN.length()) : text;
        return new SupervisionCode(digits.replace(" ", "").replace("-", ""));
    }

    /** Names the product, its maker and the level of package. */
    public String productResource() {
        return value.substring(0, PRODUCT_RESOURCE_DIGITS);
    }

    public String serial() {
        return value.substring(PRODUCT_RESOURCE_DIGITS, PRODUCT_RESOURCE_DIGITS + SERIAL_DIGITS);
    }

    public String check() {
        return value.substring(PRODUCT_RESOURCE_DIGITS + SERIAL_DIGITS);
    }

    public String uri() {
        return URN + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
