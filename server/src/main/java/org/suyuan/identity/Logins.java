package org.suyuan.identity;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.identity.LoginGuard.Kind;
import org.suyuan.identity.LoginGuard.With;
import org.suyuan.identity.LoginSessions.Method;
import org.suyuan.identity.LoginSessions.Proof;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.TooManyRequests;

/** People proving who they are. */
@Component
class Logins {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final LoginSteps steps;
    private final LoginGuard guard;

    Logins(Accounts accounts, Passwords passwords, SecondFactors secondFactors, LoginSteps steps, LoginGuard guard) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.steps = steps;
        this.guard = guard;
    }

    sealed interface Outcome {
        record Granted(Account account, Proof proof) implements Outcome {}

        /** Half-way: the code is to come with this challenge. */
        record CodeNeeded(OneTimeToken challenge) implements Outcome {}

        /** Says no more: which part was wrong is nobody's business. */
        record Refused() implements Outcome {}
    }

    /** Throws {@link TooManyRequests} while the name or the source has to wait. */
    Outcome withPassword(String username, String password, Source source) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        Attempt attempt = new Attempt(Kind.PERSON, name, source);
        guard.admit(attempt);
        Optional<Account> account = accounts.byUsername(attempt.name());
        boolean right = account.filter(Account::isActive)
                .map(known -> passwords.matches(password, known.password().hash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        if (account.isEmpty() || !right) {
            guard.refused(attempt, account.map(Account::id).orElse(null));
            return new Outcome.Refused();
        }
        strengthen(account.get(), password);
        if (secondFactors.isEnrolled(account.get())) {
            guard.halfway(attempt);
            return codeNeeded(account.get(), Method.PASSWORD, source);
        }
        guard.succeeded(attempt, account.get().id());
        return new Outcome.Granted(account.get(), new Proof(Method.PASSWORD, false));
    }

    /**
     * The code after the password. A wrong one may be corrected with the same challenge; each counts as a failed login.
     */
    Outcome withCode(OneTimeToken challenge, String code, Source source) {
        LoginSteps.Step step = steps.peek(LoginSteps.Kind.SECOND_FACTOR, challenge)
                .orElseThrow(() -> new Problem(IdentityProblem.LOGIN_STEP_OVER, "challenge"));
        Account account = accounts.byId(Objects.requireNonNull(step.account()))
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(IdentityProblem.LOGIN_STEP_OVER, "challenge"));
        With with = SecondFactors.isRecoveryCode(code) ? With.RECOVERY_CODE : With.CODE;
        Attempt attempt = new Attempt(Kind.PERSON, account.username(), source, with);
        guard.admit(attempt);
        if (!secondFactors.accept(account, code)) {
            guard.refused(attempt, account.id());
            return new Outcome.Refused();
        }
        if (steps.take(LoginSteps.Kind.SECOND_FACTOR, challenge).isEmpty()) {
            throw new Problem(IdentityProblem.LOGIN_STEP_OVER, "challenge");
        }
        guard.succeeded(attempt, account.id());
        return new Outcome.Granted(account, new Proof(Method.valueOf(step.state()), true));
    }

    /** A passkey that asked for a finger or a PIN is two factors in one. */
    Outcome withPasskey(Account account, Source source) {
        return granted(account, new Proof(Method.PASSKEY, true), With.PASSKEY, source);
    }

    /** @param vouched the provider is trusted to have asked for two factors; otherwise we ask for our own */
    Outcome withProvider(Account account, boolean vouched, Source source) {
        if (!vouched && secondFactors.isEnrolled(account)) {
            return codeNeeded(account, Method.PROVIDER, source);
        }
        return granted(account, new Proof(Method.PROVIDER, vouched), With.PROVIDER, source);
    }

    /** Proves again, in a session, what {@link #withPassword} and {@link #withCode} proved at its start. */
    boolean again(Account account, String password, String code, Source source) {
        Attempt attempt = new Attempt(Kind.PERSON, account.username(), source);
        guard.admit(attempt);
        boolean right = passwords.matches(password, account.password().hash())
                && (!secondFactors.isEnrolled(account) || secondFactors.accept(account, code));
        if (right) {
            guard.succeeded(attempt, account.id());
        } else {
            guard.refused(attempt, account.id());
        }
        return right;
    }

    private Outcome granted(Account account, Proof proof, With with, Source source) {
        guard.noted(new Attempt(Kind.PERSON, account.username(), source, with), account.id());
        return new Outcome.Granted(account, proof);
    }

    private Outcome codeNeeded(Account account, Method method, Source source) {
        ActorId id = account.id();
        return new Outcome.CodeNeeded(steps.begin(LoginSteps.Kind.SECOND_FACTOR, id, method.name(), source));
    }

    private void strengthen(Account account, String password) {
        String hash = account.password().hash();
        if (hash != null && passwords.isOutdated(hash)) {
            accounts.strengthen(account, passwords.hash(password));
        }
    }
}
