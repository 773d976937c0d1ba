package org.suyuan.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that must be read again, such as those of authenticator apps, so that the database alone does not give
 * them away: AES-256-GCM (NIST SP 800-38D) with a key in a file of its own. What a secret belongs to is authenticated
 * with it, so a row cannot be copied to another account.
 */
@Component
class SealedSecrets {
    static final String FILE = "secrets.key";

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    @Autowired
    SealedSecrets(@Value("${suyuan.home}") Path home) {
        this(keyIn(home.resolve("keys")));
    }

    SealedSecrets(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    private static byte[] keyIn(Path folder) {
        try {
            return Base64.getDecoder()
                    .decode(KeyFile.readOrMake(
                            folder.resolve(FILE), () -> Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES))));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the key for secrets cannot be read or made: " + folder.resolve(FILE), e);
        }
    }

    /** @param owner what it belongs to; needed again to open it */
    byte[] seal(byte[] secret, String owner) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, secret);
        byte[] all = new byte[1 + NONCE_BYTES + sealed.length];
        all[0] = VERSION;
        System.arraycopy(nonce, 0, all, 1, NONCE_BYTES);
        System.arraycopy(sealed, 0, all, 1 + NONCE_BYTES, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed, String owner) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("a sealed secret is damaged: version "
                    + (sealed.length == 0 ? -1 : sealed[0]) + " (expected: " + VERSION + ")");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, owner, Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret cannot be sealed or opened; is keys/" + FILE + " the right one?", e);
        }
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
