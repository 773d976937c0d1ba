package org.suyuan.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Administering people. */
@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {
    private final People people;
    private final Roles roles;

    UserController(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    @GetMapping("/roles")
    List<Roles.Role> roles(Actor actor, Locale locale) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return roles.all(locale);
    }

    @GetMapping("/users")
    Page<User> list(Actor actor, PageRequest page) {
        Page<Account> accounts = people.list(actor, page);
        return new Page<>(
                accounts.items().stream().map(User::of).toList(),
                accounts.next(),
                accounts.total(),
                accounts.truncated());
    }

    @PostMapping(path = "/users", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CreatedUser> create(Actor actor, @RequestBody NewUser user) {
        People.Created created = people.create(
                actor,
                new People.NewPerson(
                        user.username(),
                        user.displayName(),
                        user.role(),
                        user.scope().scope(),
                        user.password()));
        return ResponseEntity.created(
                        URI.create("/api/identity/users/" + created.account().id()))
                .body(new CreatedUser(User.of(created.account()), created.oneTimePassword()));
    }

    /** A forgotten password is not found again, it is replaced. */
    @PostMapping("/users/{id}/passwords")
    OneTimePassword resetPassword(Actor actor, @PathVariable ActorId id) {
        return new OneTimePassword(people.resetPassword(actor, id));
    }

    @PostMapping("/users/{id}/deactivations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Actor actor, @PathVariable ActorId id) {
        people.deactivate(actor, id);
    }

    /** @param password absent to have a one-time password made */
    record NewUser(
            String username,
            String displayName,
            String role,
            ScopeBody scope,
            @Nullable String password) {}

    record User(
            String id,
            String username,
            String displayName,
            String role,
            ScopeBody scope,
            Instant createdAt,
            @Nullable Instant deactivatedAt) {
        static User of(Account account) {
            return new User(
                    account.id().toString(),
                    account.username(),
                    account.displayName(),
                    account.role(),
                    ScopeBody.of(account.scope()),
                    account.createdAt(),
                    account.deactivatedAt());
        }
    }

    record CreatedUser(User user, @Nullable String oneTimePassword) {}

    record OneTimePassword(String oneTimePassword) {}
}
