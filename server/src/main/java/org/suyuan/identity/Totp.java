package org.suyuan.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) with the parameters that every authenticator app understands: HMAC-SHA-1, six
 * digits, steps of 30 seconds. SHA-1 is safe here: HMAC does not rest on collisions (RFC 6194 §3.3).
 */
final class Totp {
    static final Duration STEP = Duration.ofSeconds(30);
    static final int DIGITS = 6;
    /** Steps before and after, for clocks that differ and fingers that are slow (RFC 6238 §5.2). */
    static final int DRIFT_STEPS_MAX = 1;
    /** 160 bits, as RFC 4226 §4 R6 recommends. */
    static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
    }

    /**
     * The step whose code this is, if it is one near {@code now} and later than {@code lastStep}, whose code has been
     * used. Looks at every step it may be, equal or not, so that the time taken tells nothing.
     */
    static OptionalLong accept(byte[] secret, String code, Instant now, long lastStep) {
        long current = stepAt(now);
        OptionalLong accepted = OptionalLong.empty();
        for (long step = current - DRIFT_STEPS_MAX; step <= current + DRIFT_STEPS_MAX; step++) {
            boolean equal = MessageDigest.isEqual(ascii(code(secret, step, DIGITS)), ascii(code));
            if (equal && step > lastStep) {
                accepted = OptionalLong.of(step);
            }
        }
        return accepted;
    }

    /** HOTP of the step (RFC 4226 §5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmacSha1(secret, step);
        int offset = hash[hash.length - 1] & 0x0F;
        int truncated = (hash[offset] & 0x7F) << 24
                | (hash[offset + 1] & 0xFF) << 16
                | (hash[offset + 2] & 0xFF) << 8
                | (hash[offset + 3] & 0xFF);
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
    }

    private static byte[] hmacSha1(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] counter = new byte[Long.BYTES];
            for (int i = 0; i < Long.BYTES; i++) {
                counter[i] = (byte) (step >>> (8 * (Long.BYTES - 1 - i)));
            }
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 4648 §6, without padding, as apps take it when it is typed in. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 0x1F));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 0x1F));
        }
        return text.toString();
    }
}
