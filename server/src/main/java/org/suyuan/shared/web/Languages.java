package org.suyuan.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chooses the reader's language: {@code ?lang=zh|en} (remembered in a cookie), else the cookie, else
 * {@code Accept-Language}, else Chinese. The machine's own locale never matters.
 */
public final class Languages implements LocaleResolver, HandlerInterceptor {
    public static final String PARAMETER = "lang";
    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    static final String COOKIE = "suyuan-lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    /** Longer headers are noise; parsing them would be work for an attacker's benefit. */
    private static final int ACCEPT_LANGUAGE_LENGTH_MAX = 500;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).orElseGet(() -> accepted(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?" + PARAMETER + "=zh|en");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request).ifPresent(locale -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, locale)));
        return true;
    }

    /** From the query string only: looking at form parameters would consume the body. */
    private static Optional<Locale> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(PARAMETER + "=")) {
            return Optional.empty();
        }
        return QueryString.values(query, PARAMETER).stream().findFirst().flatMap(Languages::supported);
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : supported(cookie.getValue());
    }

    private static Locale accepted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.length() > ACCEPT_LANGUAGE_LENGTH_MAX) {
            return DEFAULT;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> supported(range.getRange()).stream())
                    .findFirst()
                    .orElse(DEFAULT);
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
    }

    private static Optional<Locale> supported(String tag) {
        String language = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (language) {
            case "zh" -> Optional.of(DEFAULT);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    private static String cookie(HttpServletRequest request, Locale locale) {
        return ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(false) // the console reads it to start in the same language
                .build()
                .toString();
    }
}
