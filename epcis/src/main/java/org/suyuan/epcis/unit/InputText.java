package org.suyuan.epcis.unit;

import org.suyuan.epcis.gs1.ElementString;

/**
 * Text as people paste and type it, made plain: full-width characters of Chinese input methods as ASCII, all kinds of blanks
 * and dashes as one, nothing in front and behind. One character stays one character, so positions still lead back to the raw
 * text.
 */
record InputText(String raw, int offset, String plain) {

    static InputText of(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        StringBuilder plain = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            plain.append(plain(raw.charAt(i)));
        }
        return new InputText(raw, start, plain.toString());
    }

    /** The text without the blanks around it, otherwise as it came. */
    String stripped() {
        return raw.substring(offset, offset + plain.length());
    }

    private static char plain(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - '\uFF01' + '!');
        }
        if (c >= '\u2010' && c <= '\u2015' || c == '\u2212') {
            return '-';
        }
        return isBlank(c) ? ' ' : c;
    }

    /** FNC1 counts as white space in Java, but it means something here; zero-width characters do not, but mean nothing. */
    private static boolean isBlank(char c) {
        return c != ElementString.GS
                && (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c >= '\u200B' && c <= '\u200F'
                        || c == '\u2060'
                        || c == '\uFEFF');
    }
}
