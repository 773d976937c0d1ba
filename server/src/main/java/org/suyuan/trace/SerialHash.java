package org.suyuan.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Positions of serials that others chose. */
final class SerialHash {
    /** Numbers of so many digits are below 2^62. */
    private static final int NUMBER_DIGITS_MAX = 18;

    private static final int DROPPED_BITS = 64 - Run.LEVEL_MAX;

    private SerialHash() {}

    /** Whether the serial is the usual way of writing a number that is a position: then neighbours are neighbours. */
    static boolean isNumber(String serial) {
        boolean digits = !serial.isEmpty()
                && serial.length() <= NUMBER_DIGITS_MAX
                && serial.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (serial.charAt(0) != '0' || serial.length() == 1);
    }

    /** The first 62 bits of SHA-256. */
    static long of(String serial) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(serial.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() >>> DROPPED_BITS;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }
}
