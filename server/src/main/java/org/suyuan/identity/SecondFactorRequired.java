package org.suyuan.identity;

import java.util.Map;
import org.suyuan.shared.Problem;

/** The password was right; the code is to be sent with this challenge. */
final class SecondFactorRequired extends Problem {
    private final transient OneTimeToken challenge;

    SecondFactorRequired(OneTimeToken challenge) {
        super(IdentityProblem.SECOND_FACTOR_REQUIRED, "expected: a code at /api/identity/session/second-factor");
        this.challenge = challenge;
    }

    @Override
    public Map<String, String> members() {
        return Map.of("challenge", challenge.text());
    }
}
