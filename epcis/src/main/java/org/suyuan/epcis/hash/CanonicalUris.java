package org.suyuan.epcis.hash;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.suyuan.epcis.gs1.Gs1Uri;

/**
 * Canonical URIs of one event. An event may name ten thousand items of one product; what stands before their serials is
 * worked out once, since a serial of plain letters and digits passes through unchanged.
 */
final class CanonicalUris {

    private static final String SGTIN = "urn:epc:id:sgtin:";
    private static final String GTIN = "/01/";
    private static final String SERIAL = "/21/";
    private static final int GTIN_DIGITS = 14;
    private static final int SERIAL_CHARS_MAX = 20;

    private final Map<String, Optional<String>> heads = new HashMap<>();

    String of(String uri) {
        String text = uri.strip();
        int cut = serialStart(text);
        if (cut > 0) {
            Optional<String> head = heads.computeIfAbsent(text.substring(0, cut), CanonicalUris::canonicalHead);
            if (head.isPresent()) {
                return head.get() + text.substring(cut);
            }
        }
        return Gs1Uri.canonicalOrSame(text);
    }

    /** Where a plain serial starts in an SGTIN, as URN or Digital Link; 0 where there is none. */
    private static int serialStart(String uri) {
        int cut = uri.startsWith(SGTIN) ? uri.lastIndexOf('.') + 1 : digitalLinkSerialStart(uri);
        int length = uri.length() - cut;
        if (cut <= 0 || length < 1 || length > SERIAL_CHARS_MAX) {
            return 0;
        }
        for (int i = cut; i < uri.length(); i++) {
            if (!isLetterOrDigit(uri.charAt(i))) {
                return 0;
            }
        }
        return cut;
    }

    private static int digitalLinkSerialStart(String uri) {
        int cut = uri.lastIndexOf('/') + 1;
        int gtin = cut - SERIAL.length() - GTIN_DIGITS - GTIN.length();
        return gtin > 0 && uri.startsWith(SERIAL, cut - SERIAL.length()) && uri.startsWith(GTIN, gtin) ? cut : 0;
    }

    private static Optional<String> canonicalHead(String head) {
        return Gs1Uri.canonical(head + "1")
                .filter(uri -> uri.endsWith(SERIAL + "1"))
                .map(uri -> uri.substring(0, uri.length() - 1));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
