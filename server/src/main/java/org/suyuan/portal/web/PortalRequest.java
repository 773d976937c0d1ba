package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses as the visitor wrote and sees them: behind a reverse proxy those of the proxy. */
final class PortalRequest {
    /** Parameters that say how to answer, not what is asked. */
    private static final List<String> OWN = List.of("lang", "linkType", "format");

    private PortalRequest() {}

    /** {@code https://host:port}, without a slash at the end. */
    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /** The path as it came, percent-encoded, without slashes at its end. */
    static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The query without our own parameters, with the question mark; empty where nothing is left. */
    static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !OWN.contains(pair.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** The same page in another language. */
    static String inLanguage(HttpServletRequest request, Locale locale) {
        String query = query(request);
        return path(request) + query + (query.isEmpty() ? "?" : "&") + "lang=" + locale.getLanguage();
    }

    /** Where a code that is no Digital Link is checked. */
    static String checkHref(String code) {
        return "/v?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /**
     * Whether a browser only fetches ahead of a person who may never look: such a look is no verification.
     * (Sec-Purpose of Fetch; the others are older browsers'.)
     */
    static boolean isPrefetch(HttpServletRequest request) {
        return says(request.getHeader("Sec-Purpose"), "prefetch")
                || says(request.getHeader("Purpose"), "prefetch")
                || says(request.getHeader("X-Moz"), "prefetch");
    }

    private static boolean says(@Nullable String header, String word) {
        return header != null && header.toLowerCase(Locale.ROOT).contains(word);
    }
}
