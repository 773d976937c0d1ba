package org.suyuan.codes;

/** The numerals a code may be written in; the position of a character is its value (NIST SP 800-38G §3.1). */
public enum Alphabet {
    DECIMAL("0123456789"),
    /** Digits, then lower-case letters, as in NIST's samples. */
    BASE36("0123456789abcdefghijklmnopqrstuvwxyz"),
    /** Digits, lower-case letters, upper-case letters: the alphanumeric part of GS1 character set 82. */
    BASE62("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private final String numerals;

    Alphabet(String numerals) {
        this.numerals = numerals;
    }

    public int radix() {
        return numerals.length();
    }

    int[] values(String text) {
        int[] values = new int[text.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numerals.indexOf(text.charAt(i));
            if (values[i] < 0) {
                throw new IllegalArgumentException(
                        "text[" + i + "]: " + text.charAt(i) + " (expected: one of " + numerals + ")");
            }
        }
        return values;
    }

    String text(int[] values) {
        StringBuilder text = new StringBuilder(values.length);
        for (int value : values) {
            text.append(numerals.charAt(value));
        }
        return text.toString();
    }
}
