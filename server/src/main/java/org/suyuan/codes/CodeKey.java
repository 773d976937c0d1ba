package org.suyuan.codes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One version of the secrets behind issued codes: what permutes the counters and what makes the check digits of
 * supervision codes. Never shown, logged or sent; only its {@linkplain #checkValue check value} leaves the process.
 */
final class CodeKey {
    static final int VERSION_MIN = 10;
    static final int VERSION_MAX = 99;
    /** AES-256 and HMAC-SHA256. */
    static final int SECRET_BYTES = 32;

    private static final int CHECK_VALUE_BYTES = 8;
    private static final int CHECK_DIGITS_MODULUS = 10_000;

    private final int version;
    private final byte[] permutationSecret;
    private final byte[] checkSecret;
    private final Ff1 ff1;

    CodeKey(int version, byte[] permutationSecret, byte[] checkSecret) {
        if (version < VERSION_MIN || version > VERSION_MAX) {
            throw new IllegalArgumentException(
                    "version: " + version + " (expected: " + VERSION_MIN + " … " + VERSION_MAX + ")");
        }
        this.version = version;
        this.permutationSecret = secret(permutationSecret);
        this.checkSecret = secret(checkSecret);
        this.ff1 = new Ff1(this.permutationSecret);
    }

    static CodeKey random(int version, SecureRandom random) {
        byte[] permutation = new byte[SECRET_BYTES];
        byte[] check = new byte[SECRET_BYTES];
        random.nextBytes(permutation);
        random.nextBytes(check);
        return new CodeKey(version, permutation, check);
    }

    int version() {
        return version;
    }

    byte[] permutationSecret() {
        return permutationSecret.clone();
    }

    byte[] checkSecret() {
        return checkSecret.clone();
    }

    /** The permutation of one series: the GTIN or resource number is the tweak, so series do not betray each other. */
    DecimalPermutation permutation(CodeKind kind, String seriesClass) {
        return ff1.decimal(seriesClass.getBytes(StandardCharsets.US_ASCII), kind.digits());
    }

    /** The last four digits of a supervision code, from its first sixteen (standards a8). */
    int checkDigits(String first16) {
        byte[] mac = hmac(first16.getBytes(StandardCharsets.US_ASCII));
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | (mac[i] & 0xFF);
        }
        return (int) Long.remainderUnsigned(number, CHECK_DIGITS_MODULUS);
    }

    /** Tells whether a key file is the one that made the codes, without telling anything about the key. */
    String checkValue() {
        String probe = ff1.encrypt(new byte[0], "0".repeat(32), Alphabet.DECIMAL);
        byte[] mac = hmac(("suyuan code key " + version + " check " + probe).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac, 0, CHECK_VALUE_BYTES);
    }

    @Override
    public String toString() {
        return "CodeKey[version=" + version + "]";
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(checkSecret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }

    private static byte[] secret(byte[] bytes) {
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalArgumentException("secret: " + bytes.length + " bytes (expected: " + SECRET_BYTES + ")");
        }
        return Arrays.copyOf(bytes, SECRET_BYTES);
    }
}
