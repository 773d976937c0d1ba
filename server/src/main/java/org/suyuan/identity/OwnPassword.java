package org.suyuan.identity;

import org.springframework.stereotype.Component;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** People replacing their own password. */
@Component
class OwnPassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginGuard guard;

    OwnPassword(Accounts accounts, Passwords passwords, LoginGuard guard) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
    }

    /**
     * Changes the password after asking for the current one: an unattended screen is not enough. Wrong answers count as
     * failed logins. Ends all other sessions.
     *
     * @return the account with its new password
     */
    Account change(Actor actor, String current, String next, Source source) {
        Account account = accounts.byId(actor.id())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "systems have secrets, not passwords"));
        PasswordRules.check("/newPassword", next, account.username());
        var attempt = new LoginGuard.Attempt(LoginGuard.Kind.PERSON, account.username(), source);
        guard.admit(attempt);
        if (!passwords.matches(current, account.password().hash())) {
            guard.refused(attempt, account.id());
            throw new Problem(IdentityProblem.WRONG_CREDENTIALS, "currentPassword");
        }
        guard.succeeded(attempt, account.id());
        accounts.changePassword(account.id(), passwords.hash(next), false);
        return accounts.byId(actor.id()).orElseThrow();
    }
}
