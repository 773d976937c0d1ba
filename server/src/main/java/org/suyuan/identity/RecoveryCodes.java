package org.suyuan.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;

/** Codes on paper for the day the phone is lost: ten at a time, each good once, only their hashes kept. */
@Component
class RecoveryCodes {
    static final int COUNT = 10;

    /** Without the letters and digits that people confuse. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    /** 24 characters of 31 are 118 bits: above the 112 from which a plain hash cannot be searched. */
    private static final int LENGTH = 24;

    private static final int GROUP = 6;
    private static final int INPUT_LENGTH_MAX = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A fresh set; those of an earlier one are worth nothing any more. */
    @Transactional
    List<String> replace(ActorId account) {
        remove(account);
        List<String> codes = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            codes.add(generate());
        }
        byte[][] hashes = codes.stream().map(RecoveryCodes::hash).toArray(byte[][]::new);
        jdbc.sql("""
                INSERT INTO identity.recovery_code (account, code_hash)
                SELECT :account, unnest(CAST(:hashes AS bytea[]))
                """).param("account", account.value()).param("hashes", hashes).update();
        return codes;
    }

    void remove(ActorId account) {
        jdbc.sql("DELETE FROM identity.recovery_code WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    /** Says whether the code was a good one, and uses it up. */
    boolean use(ActorId account, String code) {
        return code.length() <= INPUT_LENGTH_MAX
                && jdbc.sql("""
                                UPDATE identity.recovery_code
                                   SET used_at = :now
                                 WHERE account = :account AND code_hash = :hash AND used_at IS NULL
                                """)
                                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .param("account", account.value())
                                .param("hash", hash(code))
                                .update()
                        == 1;
    }

    int left(ActorId account) {
        return jdbc.sql("SELECT count(*) FROM identity.recovery_code WHERE account = :account AND used_at IS NULL")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    private static String generate() {
        StringBuilder code = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Groups and capitals are for the eye only. */
    private static byte[] hash(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return OneTimeToken.sha256(plain.getBytes(StandardCharsets.UTF_8));
    }
}
