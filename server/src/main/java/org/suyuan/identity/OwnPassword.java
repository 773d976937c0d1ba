package org.suyuan.identity;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.identity.LoginGuard.Kind;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/** People choosing their own password: the first by invitation, later ones in place of the last. */
@Component
class OwnPassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Invitations invitations;
    private final Capacities capacities;
    private final LoginSessions sessions;
    private final LoginGuard guard;
    private final AuditTrail audit;

    OwnPassword(
            Accounts accounts,
            Passwords passwords,
            Invitations invitations,
            Capacities capacities,
            LoginSessions sessions,
            LoginGuard guard,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.invitations = invitations;
        this.capacities = capacities;
        this.sessions = sessions;
        this.guard = guard;
        this.audit = audit;
    }

    /**
     * Changes the password after asking for the current one: an unattended screen is not enough. Wrong answers count as
     * failed logins. Ends all other sessions; this one goes on.
     *
     * @return the account with its new password
     */
    @Transactional(noRollbackFor = Problem.class) // what was charged and recorded stays when the answer is no
    Account change(Actor actor, SessionLogins.Login login, String current, String next, Source source) {
        Account account = login.account();
        PasswordRules.check("/newPassword", next, account.username());
        Attempt attempt = new Attempt(Kind.PERSON, account.username(), source);
        guard.admit(attempt);
        if (!passwords.matches(current, account.password().hash())) {
            guard.refused(attempt, account.id());
            throw new Problem(IdentityProblem.WRONG_CREDENTIALS, "currentPassword");
        }
        guard.succeeded(attempt, account.id());
        accounts.changePassword(account.id(), passwords.hash(next), false);
        Account changed = accounts.byId(account.id()).orElseThrow();
        sessions.keep(login.session().id(), changed);
        sessions.endAll(account.id(), login.session().id(), account.id());
        audit.decided(actor, Deed.of("identity.password.changed", People.subject(changed)));
        return changed;
    }

    /** Whom a link is for, while it is good. */
    Account invited(OneTimeToken token) {
        return invitations
                .open(token)
                .flatMap(invitation -> accounts.byId(invitation.account()))
                .filter(Account::isActive)
                .orElseThrow(OwnPassword::over);
    }

    /** Takes the account over with a password of one's own. The link is used up only if the password is a good one. */
    @Transactional
    Account accept(OneTimeToken token, String password) {
        PasswordRules.check("/password", password, invited(token).username());
        String hash = passwords.hash(password);
        Account account = invitations
                .accept(token)
                .flatMap(accounts::hold)
                .filter(Account::isActive)
                .orElseThrow(OwnPassword::over);
        accounts.changePassword(account.id(), hash, false);
        Account taken = accounts.byId(account.id()).orElseThrow();
        audit.decided(
                capacities.standing(taken, null).actor(),
                Deed.of("identity.invitation.accepted", People.subject(taken)));
        return taken;
    }

    private static Problem over() {
        return new Problem(IdentityProblem.INVITATION_OVER, "invitation");
    }
}
