package org.suyuan.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that somebody is handed once. Only the hash is kept, so a copy of the database opens nothing; so many
 * bits cannot be guessed, so a plain SHA-256 is enough, and looking a row up by it tells no timing about the token.
 *
 * @param text as handed over, fit for a link
 */
record OneTimeToken(String text) {
    private static final int BYTES = 32;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    static OneTimeToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        String bounded = text.length() <= TEXT_LENGTH_MAX ? text : "";
        return sha256(bounded.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "one-time token";
    }
}
