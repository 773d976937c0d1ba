package org.suyuan.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes secrets with Argon2id (RFC 9106) at OWASP's cost: 19 MiB, two passes, one lane. Memory is what makes a stolen
 * table expensive to guess through, and also what an attacker could make us spend, so only a few run at a time.
 */
@Component
class Passwords {
    /** A length nobody types; beyond it the text is refused unhashed. */
    static final int LENGTH_MAX = 1_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    /** Hashes at the same time: 4 × 19 MiB at most. The others wait their turn. */
    private static final int CONCURRENT_MAX = 4;

    /** Without the letters and digits that people confuse when reading aloud. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns = new Semaphore(CONCURRENT_MAX);
    private final String nobodysHash = hash(generate());

    String hash(String password) {
        return inTurn(() -> argon2.encode(normalised(password)));
    }

    /** @param hash null where there is no password yet: as slow as a real comparison, and false */
    boolean matches(String password, @Nullable String hash) {
        if (hash == null) {
            return matchesNobody(password);
        }
        return inTurn(() -> password.length() <= LENGTH_MAX && argon2.matches(normalised(password), hash));
    }

    /** Takes as long as a real comparison and fails, so that the time does not tell whether an account exists. */
    boolean matchesNobody(String password) {
        matches(password, nobodysHash);
        return false;
    }

    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** 20 characters of 31, 99 bits, in groups that can be read aloud. */
    String generate() {
        StringBuilder password = new StringBuilder(23);
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** The same password typed on another keyboard or input method (NIST SP 800-63B §5.1.1.2). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
