package org.suyuan.codes;

/** Decimal digits of fixed length to and from numbers, without the cost of formatting. */
final class SerialDigits {
    private SerialDigits() {}

    /** Filled with zeros on the left. */
    static String padded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    static boolean areDigits(CharSequence text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number that digits {@code from … to - 1} write. */
    static long number(CharSequence digits, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }

    /** Overwrites {@code digits} bytes from {@code at} with the number's ASCII digits. */
    static void write(long number, byte[] target, int at, int digits) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            long tenth = rest / 10;
            target[i] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
    }
}
