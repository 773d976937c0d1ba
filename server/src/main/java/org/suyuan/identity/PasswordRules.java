package org.suyuan.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.shared.InvalidInput;

/**
 * What a password must be: long, not the username, and not one that everybody tries. No character classes; they make
 * people choose worse ones (NIST SP 800-63B §5.1.1.2).
 */
final class PasswordRules {
    static final int LENGTH_MIN = 12;
    static final int DISTINCT_MIN = 5;

    /** What everybody here would think of: the platform's own names. */
    static final Set<String> CONTEXT = Set.of("suyuan", "溯源", "shipin", "shengchan", "jianguan", "administrator");

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Throws {@link InvalidInput} that names the rule and never repeats the password. */
    static void check(String pointer, String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN || password.length() > Passwords.LENGTH_MAX) {
            throw refused(
                    pointer,
                    "password-length",
                    "expected: " + LENGTH_MIN + " … " + Passwords.LENGTH_MAX + " characters");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (!username.isEmpty() && plain.contains(username.toLowerCase(Locale.ROOT)) && length < 2 * LENGTH_MIN) {
            throw refused(pointer, "password-username", "expected: not made of the username");
        }
        if (length < 2 * LENGTH_MIN && CONTEXT.stream().anyMatch(plain::contains)) {
            throw refused(pointer, "password-context", "expected: not made of the platform's own words");
        }
        if (COMMON.contains(plain) || plain.codePoints().distinct().count() < DISTINCT_MIN) {
            throw refused(pointer, "password-common", "expected: not one of the passwords that everybody tries");
        }
    }

    private static InvalidInput refused(String pointer, String rule, String message) {
        return InvalidInput.of(pointer, null, rule, message);
    }

    private static Set<String> common() {
        InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt"), "common-passwords.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
