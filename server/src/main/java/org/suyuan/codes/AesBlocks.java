package org.suyuan.codes;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES as a function of whole blocks under one key. A {@link Cipher} is neither thread-safe nor cheap to make, so used
 * ones wait in a small pool; thread locals would multiply them under virtual threads.
 */
final class AesBlocks {
    static final int BLOCK = 16;
    /** More ciphers than this are let go; it bounds memory, not parallelism. */
    private static final int POOL_MAX = 64;

    private final SecretKeySpec key;
    private final ArrayBlockingQueue<Cipher> idle = new ArrayBlockingQueue<>(POOL_MAX);

    AesBlocks(byte[] key) {
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException("key: " + key.length + " bytes (expected: 16, 24 or 32)");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    Cipher borrow() {
        Cipher cipher = idle.poll();
        return cipher != null ? cipher : create();
    }

    void giveBack(Cipher cipher) {
        // Refused when the pool is full, which is as it should be.
        boolean kept = idle.offer(cipher);
        assert kept || idle.remainingCapacity() == 0;
    }

    /** Encrypts {@code length} bytes of whole blocks from {@code in} to {@code out}, each block by itself. */
    static void encrypt(Cipher cipher, byte[] in, int length, byte[] out) {
        try {
            int written = cipher.update(in, 0, length, out, 0);
            if (written != length) {
                throw new IllegalStateException("AES wrote " + written + " bytes (expected: " + length + ")");
            }
        } catch (ShortBufferException e) {
            throw new IllegalArgumentException("out: " + out.length + " bytes (expected: >= " + length + ")", e);
        }
    }

    /** CBC-MAC with a zero start vector: {@code PRF} of SP 800-38G §4.5, algorithm 6. */
    static byte[] mac(Cipher cipher, byte[] blocks) {
        byte[] state = new byte[BLOCK];
        byte[] out = new byte[BLOCK];
        for (int at = 0; at < blocks.length; at += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                state[i] ^= blocks[at + i];
            }
            encrypt(cipher, state, BLOCK, out);
            System.arraycopy(out, 0, state, 0, BLOCK);
        }
        return Arrays.copyOf(state, BLOCK);
    }

    private Cipher create() {
        try {
            // ECB is right here: FF1 builds its own chaining over single blocks (SP 800-38G §4.3, CIPH).
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no AES/ECB/NoPadding", e);
        }
    }
}
