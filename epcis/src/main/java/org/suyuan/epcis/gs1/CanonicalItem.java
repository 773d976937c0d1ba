package org.suyuan.epcis.gs1;

/**
 * Recognises at a glance the spelling that this platform itself writes for an item,
 * {@code https://id.gs1.org/01/{14 digits}/21/{letters and digits}}: an event names thousands of them, and reading each by
 * the general grammar took a third of a capture. Whatever looks different takes the general way.
 */
public final class CanonicalItem {
    private static final String KEY = Gs1Uri.CANONICAL_STEM + "/01/";
    private static final String QUALIFIER = "/21/";
    private static final int GTIN_END = KEY.length() + 14;
    private static final int SERIAL_START = GTIN_END + QUALIFIER.length();
    private static final int SERIAL_CHARS_MAX = 20;

    private CanonicalItem() {}

    /** Whether the text is such a link; check digits are not judged. */
    public static boolean isSpelledBy(String text) {
        int serialChars = text.length() - SERIAL_START;
        return serialChars > 0
                && serialChars <= SERIAL_CHARS_MAX
                && text.startsWith(KEY)
                && text.startsWith(QUALIFIER, GTIN_END)
                && areDigits(text, KEY.length(), GTIN_END)
                && areLettersOrDigits(text, SERIAL_START, text.length());
    }

    /** The 14 digits of a text that {@link #isSpelledBy} recognises. */
    public static String gtin(String text) {
        return text.substring(KEY.length(), GTIN_END);
    }

    /** The serial of a text that {@link #isSpelledBy} recognises. */
    public static String serial(String text) {
        return text.substring(SERIAL_START);
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean areLettersOrDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
