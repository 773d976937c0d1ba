package org.suyuan.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;

/**
 * The authenticator apps of people: one each. An app counts only once it has shown a right code, so nobody locks himself
 * out with a picture he did not scan.
 */
@Component
class Authenticators {
    private final JdbcClient jdbc;
    private final SealedSecrets secrets;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, SealedSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record App(byte[] secret, boolean confirmed, long lastStep) {}

    boolean isEnrolled(ActorId account) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM identity.totp WHERE account = :account AND confirmed_at IS NOT NULL)
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The secret of a new app, in place of one that was never confirmed; empty when there is a confirmed one. */
    Optional<byte[]> start(ActorId account) {
        byte[] secret = Totp.newSecret();
        int started = jdbc.sql("""
                        INSERT INTO identity.totp AS held (account, sealed_secret, started_at)
                        VALUES (:account, :sealed, :now)
                        ON CONFLICT (account) DO UPDATE
                           SET sealed_secret = excluded.sealed_secret, started_at = excluded.started_at, last_step = 0
                         WHERE held.confirmed_at IS NULL
                        """)
                .param("account", account.value())
                .param("sealed", secrets.seal(secret, owner(account)))
                .param("now", now())
                .update();
        return started == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** Says whether the code is right for the app that was started; from then on it is asked for. */
    @Transactional
    boolean confirm(ActorId account, String code) {
        App app = locked(account);
        if (app == null || app.confirmed() || !take(account, app, code)) {
            return false;
        }
        jdbc.sql("UPDATE identity.totp SET confirmed_at = :now WHERE account = :account")
                .param("now", now())
                .param("account", account.value())
                .update();
        return true;
    }

    /** Says whether the code is right, and uses it up: the same code is refused the second time. */
    @Transactional
    boolean accept(ActorId account, String code) {
        App app = locked(account);
        return app != null && app.confirmed() && take(account, app, code);
    }

    boolean remove(ActorId account) {
        return jdbc.sql("DELETE FROM identity.totp WHERE account = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private boolean take(ActorId account, App app, String code) {
        OptionalLong step = Totp.accept(app.secret(), code, clock.instant(), app.lastStep());
        step.ifPresent(taken -> jdbc.sql("UPDATE identity.totp SET last_step = :step WHERE account = :account")
                .param("step", taken)
                .param("account", account.value())
                .update());
        return step.isPresent();
    }

    /** The lock makes two requests with the same code wait for each other. */
    private @Nullable App locked(ActorId account) {
        return jdbc.sql("""
                SELECT sealed_secret, confirmed_at IS NOT NULL AS confirmed, last_step
                  FROM identity.totp
                 WHERE account = :account
                   FOR UPDATE
                """)
                .param("account", account.value())
                .query((row, index) -> new App(
                        secrets.open(row.getBytes("sealed_secret"), owner(account)),
                        row.getBoolean("confirmed"),
                        row.getLong("last_step")))
                .optional()
                .orElse(null);
    }

    private static String owner(ActorId account) {
        return "totp/" + account;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
