package org.suyuan.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.shared.TooManyRequests;

/** People proving who they are. */
@Component
class Logins {
    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginGuard guard;

    Logins(Accounts accounts, Passwords passwords, LoginGuard guard) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
    }

    sealed interface Outcome {
        record Granted(Account account) implements Outcome {}

        /** Says no more: which part was wrong is nobody's business. */
        record Refused() implements Outcome {}
    }

    /** Throws {@link TooManyRequests} while the name or the source has to wait. */
    Outcome attempt(String username, String password, Source source) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        Attempt attempt = new Attempt(LoginGuard.Kind.PERSON, name, source);
        guard.admit(attempt);
        Optional<Account> account = accounts.byUsername(attempt.name());
        boolean right = account.filter(Account::isActive)
                .map(known -> passwords.matches(password, known.password().hash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        if (account.isEmpty() || !right) {
            guard.refused(attempt, account.map(Account::id).orElse(null));
            return new Outcome.Refused();
        }
        guard.succeeded(attempt, account.get().id());
        String hash = account.get().password().hash();
        if (hash != null && passwords.isOutdated(hash)) {
            accounts.strengthen(account.get(), passwords.hash(password));
        }
        return new Outcome.Granted(account.get());
    }
}
