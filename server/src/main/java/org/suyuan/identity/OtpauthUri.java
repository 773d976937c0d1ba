package org.suyuan.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an authenticator app scans: {@code otpauth://totp/Suyuan:lin?secret=…} (Google Authenticator's key URI format). */
final class OtpauthUri {
    private static final String ISSUER = "Suyuan";

    private OtpauthUri() {}

    static String of(String username, byte[] secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        ISSUER,
                        URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20"),
                        Totp.base32(secret),
                        ISSUER,
                        Totp.DIGITS,
                        Totp.STEP.toSeconds());
    }
}
