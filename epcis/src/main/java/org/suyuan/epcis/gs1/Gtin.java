package org.suyuan.epcis.gs1;

/**
 * Global Trade Item Number. A GTIN-8, -12, -13 and its zero-filled GTIN-14 are one number (General Specifications §3.3), so the
 * value is always the 14 digits and equality does not depend on how many were printed.
 */
public record Gtin(String value) {

    public static final int LENGTH = 14;

    public Gtin {
        CheckDigit.require("GTIN", value, LENGTH);
    }

    /**
     * Takes the 8, 12, 13 or 14 digits as printed.
     *
     * @throws Gs1SyntaxException naming the value and the rule
     */
    public static Gtin of(String text) {
        if (text.length() == LENGTH || !Cset.NUMERIC.holds(text)) {
            return new Gtin(text);
        }
        if (!isPrintedLength(text.length())) {
            throw new Gs1SyntaxException(
                    Rule.LENGTH, text, 0, "GTIN: %d digits (expected: 8, 12, 13 or 14)".formatted(text.length()));
        }
        try {
            return new Gtin(filled(text));
        } catch (Gs1SyntaxException fault) {
            throw fault.within(text, text.length() - LENGTH);
        }
    }

    static boolean isPrintedLength(int length) {
        return length == 8 || length == 12 || length == 13 || length == LENGTH;
    }

    /** The digits filled with zeros on the left to 14. */
    static String filled(String digits) {
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return value;
    }
}
