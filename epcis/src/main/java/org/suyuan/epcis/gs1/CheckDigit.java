package org.suyuan.epcis.gs1;

/** The GS1 check digit: modulo 10 with weights 3, 1, 3, … from the right-most digit of the body (General Specifications §7.9.1). */
public final class CheckDigit {

    private CheckDigit() {}

    /** The check digit of a body of decimal digits. */
    public static char of(CharSequence body) {
        int sum = 0;
        for (int i = body.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (body.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    public static String append(CharSequence body) {
        return body.toString() + of(body);
    }

    /** Whether the last of these digits is the check digit of those before it. */
    public static boolean matches(CharSequence digits) {
        int last = digits.length() - 1;
        return last > 0 && of(digits.subSequence(0, last)) == digits.charAt(last);
    }

    /** Refuses digits that are not exactly that many or whose last is not their check digit. */
    static void require(String name, String digits, int length) {
        int bad = Cset.NUMERIC.firstOutside(digits);
        if (bad >= 0) {
            throw new Gs1SyntaxException(
                    Rule.CHARSET, digits, bad, "%s: '%s' (expected: a digit)".formatted(name, digits.charAt(bad)));
        }
        if (digits.length() != length) {
            throw new Gs1SyntaxException(
                    Rule.LENGTH,
                    digits,
                    Math.min(digits.length(), length),
                    "%s: %d digits (expected: %d)".formatted(name, digits.length(), length));
        }
        if (!matches(digits)) {
            int last = length - 1;
            throw new Gs1SyntaxException(
                    Rule.CHECK_DIGIT,
                    digits,
                    last,
                    "%s: check digit %s (expected: %s)"
                            .formatted(name, digits.charAt(last), of(digits.substring(0, last))));
        }
    }
}
