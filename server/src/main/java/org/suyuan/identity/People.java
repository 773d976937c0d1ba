package org.suyuan.identity;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Giving people accounts and taking them away. */
@Component
class People {
    private static final Pattern USERNAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}._-]{1,63}");
    private static final int DISPLAY_NAME_LENGTH_MAX = 100;

    private final Accounts accounts;
    private final Roles roles;
    private final Passwords passwords;
    private final Clock clock;

    People(Accounts accounts, Roles roles, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @param password null to have a one-time password made */
    record NewPerson(
            String username,
            String displayName,
            String role,
            Scope scope,
            @Nullable String password) {}

    /** @param oneTimePassword to be told to the person; null when a password was given */
    record Created(Account account, @Nullable String oneTimePassword) {}

    Page<Account> list(Actor actor, PageRequest page) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return accounts.page(page);
    }

    /**
     * Creates an account. A password that somebody else chose or that we made is good for one login only, which must
     * replace it.
     */
    Created create(Actor actor, NewPerson person) {
        actor.require(Permission.ACCESS_ADMINISTER);
        check(person);
        String made = person.password() == null ? passwords.generate() : null;
        String password = made == null ? person.password() : made;
        Account account = account(person, passwords.hash(Objects.requireNonNull(password)));
        if (!accounts.insert(account, actor.id())) {
            throw new Problem(IdentityProblem.USERNAME_TAKEN, "username: " + person.username());
        }
        return new Created(account, made);
    }

    /** A new one-time password for somebody who forgot his own. Ends his sessions. */
    String resetPassword(Actor actor, ActorId id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        if (actor.id().equals(id)) {
            throw new Problem(IdentityProblem.OWN_ACCOUNT, "one's own password is changed, not reset");
        }
        Account account = accounts.byId(id)
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "user " + id));
        String password = passwords.generate();
        accounts.changePassword(account.id(), passwords.hash(password), true);
        return password;
    }

    /** Ends the account at once, sessions included. The row stays: histories name it. */
    void deactivate(Actor actor, ActorId id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        if (actor.id().equals(id)) {
            throw new Problem(IdentityProblem.OWN_ACCOUNT, "nobody deactivates his own account");
        }
        if (!accounts.deactivate(id, actor.id(), clock.instant())) {
            throw new Problem(CommonProblem.NOT_FOUND, "active user " + id);
        }
    }

    private void check(NewPerson person) {
        if (!USERNAME.matcher(person.username()).matches()) {
            throw InvalidInput.of(
                    "/username",
                    person.username(),
                    "username",
                    "expected: 2 … 64 lower-case letters, digits, dots, hyphens, underscores");
        }
        if (person.displayName().isBlank() || person.displayName().length() > DISPLAY_NAME_LENGTH_MAX) {
            throw InvalidInput.of(
                    "/displayName",
                    person.displayName(),
                    "display-name",
                    "expected: 1 … " + DISPLAY_NAME_LENGTH_MAX + " characters");
        }
        if (!roles.exists(person.role())) {
            throw InvalidInput.of("/role", person.role(), "role", "expected: a role of /api/identity/roles");
        }
        if (person.password() != null) {
            PasswordRules.check("/password", person.password(), person.username());
        }
    }

    private Account account(NewPerson person, String hash) {
        return new Account(
                new ActorId(Uuid7.next(clock)),
                person.username(),
                person.displayName().strip(),
                person.role(),
                Set.of(),
                person.scope(),
                new Account.Password(hash, true, 1),
                clock.instant(),
                null);
    }
}
