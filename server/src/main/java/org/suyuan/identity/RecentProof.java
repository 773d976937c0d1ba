package org.suyuan.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.suyuan.shared.Problem;

/**
 * What proves who one is — passkeys, authenticator app, recovery codes — changes only shortly after one has proved it: a
 * screen left alone in the afternoon is not enough to move in for good.
 */
@Component
class RecentProof {
    static final Duration RECENT = Duration.ofMinutes(10);

    private final Clock clock;

    RecentProof(Clock clock) {
        this.clock = clock;
    }

    SessionLogins.Login required(SessionLogins.Login login) {
        if (login.session().provedAt().plus(RECENT).isBefore(clock.instant())) {
            throw new Problem(IdentityProblem.PROOF_REQUIRED, "expected: a proof at /api/identity/session/proofs");
        }
        return login;
    }
}
