package org.suyuan.epcis.unit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses that carry a code which is no Digital Link: our own {@code https://host/v/{code}}, and the national unified
 * address of GB/T 33993-2017, {@code http://2dcode.org/01{gtin}{more}}.
 */
final class ScanUrl {

    private static final Pattern OURS =
            Pattern.compile("https?://[^/?#]+(?:/[^?#]*)?/v/([^/?#]+)/?(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NATIONAL = Pattern.compile(
            "https?://(?:www\\.)?2dcode\\.org/(01[0-9]{14}[^/?#]*)(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

    private ScanUrl() {}

    /** The code that such an address carries, decoded. */
    static Optional<String> code(String uri) {
        if (uri.contains("/v/")) {
            return code(OURS, uri);
        }
        return uri.regionMatches(true, 0, "http", 0, 4) && uri.contains(".org/01")
                ? code(NATIONAL, uri)
                : Optional.empty();
    }

    private static Optional<String> code(Pattern pattern, String uri) {
        Matcher matcher = pattern.matcher(uri);
        return matcher.matches() ? decoded(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> decoded(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
