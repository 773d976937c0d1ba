package org.suyuan.epcis.gs1;

/** Percent-encoding of values inside URIs. */
final class PercentCoding {

    private static final String HEX = "0123456789ABCDEF";

    /**
     * What stays as it is in a canonical Digital Link. The apostrophe, alone of the sub-delimiters, does: that is how the
     * published pre-hash strings of CBV 2.0 spell it, and two spellings would be two hashes.
     */
    private static final String DIGITAL_LINK_LITERALS = "-._~'";

    /** What the EPC URNs must escape (Tag Data Standard, table "Characters permitted in URI"). */
    private static final String URN_ESCAPED = "\"#%&/<>?";

    private PercentCoding() {}

    static boolean isEscape(CharSequence text, int percentAt) {
        return percentAt + 2 < text.length()
                && Character.digit(text.charAt(percentAt + 1), 16) >= 0
                && Character.digit(text.charAt(percentAt + 2), 16) >= 0
                && text.charAt(percentAt + 1) < 0x80
                && text.charAt(percentAt + 2) < 0x80;
    }

    /** Decodes each escape to the character of that number; a percent sign that starts none stays, being in CSET 82 itself. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && isEscape(text, i)) {
                decoded.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }

    static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    static String encodeForDigitalLink(String value) {
        StringBuilder encoded = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isAsciiLetterOrDigit(c) || DIGITAL_LINK_LITERALS.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                appendEscape(encoded, c);
            }
        }
        return encoded.toString();
    }

    static String encodeForUrn(String value) {
        StringBuilder encoded = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (URN_ESCAPED.indexOf(c) >= 0) {
                appendEscape(encoded, c);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    /** The position of the first character that an EPC URN must escape but did not, or -1. */
    static int firstUnescapedInUrn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' ? !isEscape(text, i) : URN_ESCAPED.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean isAsciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static void appendEscape(StringBuilder encoded, char c) {
        encoded.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
    }
}
