package org.suyuan.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.identity.LoginGuard.Kind;
import org.suyuan.identity.LoginGuard.With;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/** The second factor of people: an authenticator app and, for the day it is lost, codes on paper. */
@Component
class SecondFactors {
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Passwords passwords;
    private final LoginGuard guard;
    private final LoginSessions sessions;
    private final AuditTrail audit;

    SecondFactors(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Passwords passwords,
            LoginGuard guard,
            LoginSessions sessions,
            AuditTrail audit) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.passwords = passwords;
        this.guard = guard;
        this.sessions = sessions;
        this.audit = audit;
    }

    boolean isEnrolled(Account account) {
        return authenticators.isEnrolled(account.id());
    }

    int recoveryCodesLeft(Account account) {
        return recoveryCodes.left(account.id());
    }

    /** The secret for a new app; asked for from when {@link #confirm} has seen a right code. */
    byte[] start(Account account) {
        return authenticators
                .start(account.id())
                .orElseThrow(() -> new Problem(
                        IdentityProblem.SECOND_FACTOR_EXISTS, "remove the present authenticator app first"));
    }

    /**
     * The app has shown a right code. Sessions elsewhere end: they were begun without it.
     *
     * @return recovery codes, to be shown this once
     */
    @Transactional
    List<String> confirm(Actor actor, Account account, SessionId session, String code) {
        if (!authenticators.confirm(account.id(), code)) {
            throw new Problem(IdentityProblem.WRONG_CODE, "code");
        }
        sessions.endAll(account.id(), session, account.id());
        sessions.proved(session, true);
        audit.decided(actor, Deed.of("identity.second-factor.enrolled", People.subject(account)));
        return recoveryCodes.replace(account.id());
    }

    /** Fresh codes in place of those lost or used. */
    @Transactional
    List<String> replaceRecoveryCodes(Actor actor, Account account) {
        if (!isEnrolled(account)) {
            throw new Problem(IdentityProblem.SECOND_FACTOR_NEEDED, "recovery codes stand in for an authenticator app");
        }
        audit.decided(actor, Deed.of("identity.recovery-codes.replaced", People.subject(account)));
        return recoveryCodes.replace(account.id());
    }

    /** Says whether the code of the app, or a recovery code, is right; uses it up. */
    boolean accept(Account account, String code) {
        return isRecoveryCode(code)
                ? recoveryCodes.use(account.id(), code)
                : authenticators.accept(account.id(), code.strip());
    }

    /** Apps show digits only. */
    static boolean isRecoveryCode(String code) {
        return code.strip().length() > Totp.DIGITS;
    }

    /**
     * Does without the app. Asks for both factors: neither an unattended screen nor a stolen password is enough. Wrong
     * answers count as failed logins.
     */
    @Transactional(noRollbackFor = Problem.class) // what was charged and recorded stays when the answer is no
    void remove(Actor actor, Account account, String password, String code, Source source) {
        Attempt attempt = new Attempt(
                Kind.PERSON, account.username(), source, isRecoveryCode(code) ? With.RECOVERY_CODE : With.CODE);
        guard.admit(attempt);
        boolean right = passwords.matches(password, account.password().hash()) && accept(account, code);
        if (!right) {
            guard.refused(attempt, account.id());
            throw new Problem(IdentityProblem.WRONG_CREDENTIALS, "password, code");
        }
        guard.succeeded(attempt, account.id());
        forget(actor, account, Deed.of("identity.second-factor.removed", People.subject(account)));
    }

    /** For somebody who lost the phone and the paper; ends his sessions. */
    @Transactional
    void reset(Actor actor, Account account, String reason) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Reasons.check(reason);
        People.refuseOwn(actor, account.id(), "one's own second factor is removed, not reset");
        if (!isEnrolled(account)) {
            throw new Problem(CommonProblem.NOT_FOUND, "a second factor of " + account.id());
        }
        forget(
                actor,
                account,
                Deed.of("identity.second-factor.reset", People.subject(account)).because(reason, null));
        sessions.endAll(account.id(), null, actor.id());
    }

    private void forget(Actor actor, Account account, Deed deed) {
        authenticators.remove(account.id());
        recoveryCodes.remove(account.id());
        audit.decided(actor, deed);
    }
}
