package org.suyuan.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 value, and the three ways in which RFC 6962 §2.1 makes one.
 *
 * <p>Four big-endian words instead of an array: equality is by value and nobody can change a hash that was handed
 * out. No comparison here needs constant time, since every hash in a log is public.
 */
public record Hash(long first, long second, long third, long fourth) {

    public static final int BYTES = 32;

    /** MTH({}) = SHA-256() of nothing: the root of the tree without leaves. */
    public static final Hash EMPTY_TREE =
            new Hash(0xe3b0c44298fc1c14L, 0x9afbf4c8996fb924L, 0x27ae41e4649b934cL, 0xa495991b7852b855L);

    /** Keeps a leaf from ever being passed off as an inner node, and the reverse (second preimage, RFC 6962 §2.1). */
    private static final byte LEAF_PREFIX = 0x00;

    private static final byte NODE_PREFIX = 0x01;

    /**
     * The hash of one log entry: SHA-256(0x00 || entry).
     *
     * @throws IllegalArgumentException if the entry is longer than {@link Limits#ENTRY_BYTES_MAX}
     */
    public static Hash ofLeaf(byte[] entry) {
        if (entry.length > Limits.ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "entry: %d bytes (expected: <= %d)".formatted(entry.length, Limits.ENTRY_BYTES_MAX));
        }
        MessageDigest sha256 = sha256();
        sha256.update(LEAF_PREFIX);
        return of(sha256.digest(entry));
    }

    /** The hash of an inner node: SHA-256(0x01 || left || right). */
    public static Hash ofNode(Hash left, Hash right) {
        ByteBuffer input = ByteBuffer.allocate(1 + 2 * BYTES).put(NODE_PREFIX);
        left.putInto(input);
        right.putInto(input);
        return of(sha256().digest(input.array()));
    }

    /**
     * Reads a hash from its 32 bytes.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("hash: %d bytes (expected: %d)".formatted(bytes.length, BYTES));
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new Hash(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /**
     * Reads a hash from 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        putInto(bytes);
        return bytes.array();
    }

    /** 64 lower-case hexadecimal digits, which {@link #ofHex} reads back. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }

    private void putInto(ByteBuffer target) {
        target.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform is required to offer SHA-256", e);
        }
    }
}
