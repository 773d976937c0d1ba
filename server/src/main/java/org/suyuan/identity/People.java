package org.suyuan.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** Giving people accounts and taking them away. What they may do is in their posts, see {@link Appointments}. */
@Component
class People {
    private static final Pattern USERNAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}._-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()-]{2,31}");
    private static final int NAME_LENGTH_MAX = 100;

    private final Accounts accounts;
    private final Appointments appointments;
    private final Invitations invitations;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Clock clock;

    People(
            Accounts accounts,
            Appointments appointments,
            Invitations invitations,
            Passwords passwords,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.appointments = appointments;
        this.invitations = invitations;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param contact may be empty: then nothing reaches the person but what he reads here
     * @param post his first, null to give it later
     */
    record NewPerson(String username, String name, Account.Contact contact, Appointments.@Nullable NewPost post) {}

    /** @param invitation to be handed to the person, who chooses his password with it */
    record Invited(Account account, Invitations.Issued invitation) {}

    /** Creates an account that nobody can log in to before the invitation is accepted. */
    @Transactional
    Invited invite(Actor actor, NewPerson person) {
        actor.require(Permission.ACCESS_ADMINISTER);
        checkUsername(person.username());
        checkDescription(person.name(), person.contact());
        Account account = new Account(
                new ActorId(Uuid7.next(clock)),
                person.username(),
                person.name().strip(),
                person.contact(),
                Account.Password.NONE,
                1,
                clock.instant(),
                null);
        if (!accounts.insert(account, actor.id())) {
            throw new Problem(IdentityProblem.USERNAME_TAKEN, "username: " + person.username());
        }
        trail.decided(
                actor, Deed.of("identity.person.invited", subject(account), Map.of("username", person.username())));
        if (person.post() != null) {
            appointments.give(actor, account.id(), person.post());
        }
        return new Invited(account, invitations.issue(actor.id(), account.id()));
    }

    /** A new link for somebody who lost his or let it expire. Nobody who has a password is invited again. */
    @Transactional
    Invited inviteAgain(Actor actor, ActorId id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        refuseOwn(actor, id, "nobody invites himself");
        Account account = held(id);
        if (account.status() != Account.Status.INVITED) {
            throw new Problem(IdentityProblem.INVITATION_ACCEPTED, "person " + id);
        }
        trail.decided(actor, Deed.of("identity.person.invited", subject(account)));
        return new Invited(account, invitations.issue(actor.id(), id));
    }

    /** Another name or other contact data. */
    @Transactional
    Account describe(Actor actor, ActorId id, IfMatch ifMatch, String name, Account.Contact contact) {
        actor.require(Permission.ACCESS_ADMINISTER);
        checkDescription(name, contact);
        Account account = held(id);
        ifMatch.check(new Revision(account.revision()));
        accounts.describe(id, name.strip(), contact);
        trail.decided(actor, Deed.of("identity.person.changed", subject(account)));
        return accounts.byId(id).orElseThrow();
    }

    /** A new one-time password for somebody who forgot his own. Ends his sessions. */
    @Transactional
    String resetPassword(Actor actor, ActorId id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        refuseOwn(actor, id, "one's own password is changed, not reset");
        Account account = held(id);
        if (account.password().hash() == null) {
            throw new Problem(IdentityProblem.INVITATION_OPEN, "person " + id);
        }
        String password = passwords.generate();
        accounts.changePassword(account.id(), passwords.hash(password), true);
        trail.decided(actor, Deed.of("identity.password.reset", subject(account)));
        return password;
    }

    /** Ends the account at once, sessions included. The row stays: histories name it. */
    @Transactional
    void deactivate(Actor actor, ActorId id, String reason) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Reasons.check(reason);
        refuseOwn(actor, id, "nobody deactivates his own account");
        Account account = held(id);
        accounts.deactivate(id, actor.id(), clock.instant());
        invitations.revoke(actor.id(), id);
        trail.decided(
                actor, Deed.of("identity.person.deactivated", subject(account)).because(reason, null));
    }

    static Subject subject(Account account) {
        return Subject.person(account.id(), account.displayName());
    }

    private Account held(ActorId id) {
        Optional<Account> account = accounts.hold(id).filter(Account::isActive);
        return account.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "active person " + id));
    }

    static void refuseOwn(Actor actor, ActorId id, String what) {
        if (actor.id().equals(id)) {
            throw new Problem(IdentityProblem.OWN_ACCOUNT, what);
        }
    }

    private static void checkUsername(String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw InvalidInput.of(
                    "/username",
                    username,
                    "username",
                    "expected: 2 … 64 lower-case letters, digits, dots, hyphens, underscores");
        }
    }

    private static void checkDescription(String name, Account.Contact contact) {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw InvalidInput.of("/name", name, "display-name", "expected: 1 … " + NAME_LENGTH_MAX + " characters");
        }
        if (contact.email() != null && !EMAIL.matcher(contact.email()).matches()) {
            throw InvalidInput.of("/email", contact.email(), "email", "expected: an e-mail address");
        }
        if (contact.phone() != null && !PHONE.matcher(contact.phone()).matches()) {
            throw InvalidInput.of("/phone", contact.phone(), "phone", "expected: a telephone number");
        }
        if (!contact.locale().equals(Account.Contact.LOCALE_DEFAULT)
                && !contact.locale().equals("en")) {
            throw InvalidInput.of("/locale", contact.locale(), "locale", "expected: zh-CN or en");
        }
    }
}
