package org.suyuan.epcis.event;

/**
 * Syntax of the absolute URIs that EPCIS uses for everything it names (EPCIS 2.0 §6.4, RFC 3986 §3). Letters outside
 * ASCII are let through as RFC 3987 does, since Chinese operators put names into their own identifiers.
 */
public final class EpcisUri {

    /** Longest URI accepted anywhere in an event; a Digital Link with every qualifier stays below 400. */
    public static final int CHARS_MAX = 2048;

    private EpcisUri() {}

    /** Whether {@code text} is {@code scheme ":" rest} with only characters that a URI may hold. */
    public static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() > CHARS_MAX || !isAsciiLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isAsciiLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isUriChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String require(String field, String text, String clause) {
        if (!isAbsolute(text)) {
            throw new InvalidEventException(field, text, "an absolute URI", clause);
        }
        return text;
    }

    private static boolean isUriChar(char c) {
        if (c <= ' ' || c == 0x7F || (c >= 0x80 && c <= 0xA0) || Character.isWhitespace(c)) {
            return false;
        }
        return switch (c) {
            case '<', '>', '"', '{', '}', '|', '\\', '^', '`' -> false;
            default -> true;
        };
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
