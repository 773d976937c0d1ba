package org.suyuan.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

/** Giving systems access to the API and taking it away. */
@Component
class Systems {
    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int NAME_LENGTH_MAX = 100;

    private final Clients clients;
    private final Passwords passwords;
    private final Clock clock;

    Systems(Clients clients, Passwords passwords, Clock clock) {
        this.clients = clients;
        this.passwords = passwords;
        this.clock = clock;
    }

    record NewSystem(String clientId, String name, List<String> apiScopes, Scope scope) {}

    /** @param secret shown this once; only its hash is kept */
    record Created(Client client, String secret) {}

    Page<Client> list(Actor actor, PageRequest page) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return clients.page(page);
    }

    Created create(Actor actor, NewSystem system) {
        actor.require(Permission.ACCESS_ADMINISTER);
        check(system);
        String secret = passwords.generate();
        Client client = new Client(
                new ActorId(Uuid7.next(clock)),
                system.clientId(),
                system.name().strip(),
                passwords.hash(secret),
                apiScopes(system.apiScopes()),
                system.scope(),
                clock.instant(),
                null);
        if (!clients.insert(client, actor.id())) {
            throw new Problem(IdentityProblem.CLIENT_ID_TAKEN, "clientId: " + system.clientId());
        }
        return new Created(client, secret);
    }

    /** A new secret, shown this once; the old one is void from now on. */
    String rotateSecret(Actor actor, String clientId) {
        actor.require(Permission.ACCESS_ADMINISTER);
        String secret = passwords.generate();
        known(clientId, clients.changeSecret(clientId, passwords.hash(secret)));
        return secret;
    }

    /** Changes how far the client sees, from its next request on. */
    Client bind(Actor actor, String clientId, Scope scope) {
        actor.require(Permission.ACCESS_ADMINISTER);
        known(clientId, clients.bind(clientId, scope));
        return clients.byClientId(clientId).orElseThrow();
    }

    /** Ends the client at once; tokens it still holds are refused. */
    void deactivate(Actor actor, String clientId) {
        actor.require(Permission.ACCESS_ADMINISTER);
        known(clientId, clients.deactivate(clientId, actor.id(), clock.instant()));
    }

    private static void known(String clientId, boolean changed) {
        if (!changed) {
            throw new Problem(CommonProblem.NOT_FOUND, "active client " + clientId);
        }
    }

    private static void check(NewSystem system) {
        if (!CLIENT_ID.matcher(system.clientId()).matches()) {
            throw InvalidInput.of(
                    "/clientId",
                    system.clientId(),
                    "client-id",
                    "expected: 2 … 64 of a … z, 0 … 9, dot, hyphen, underscore");
        }
        if (system.name().isBlank() || system.name().length() > NAME_LENGTH_MAX) {
            throw InvalidInput.of(
                    "/name", system.name(), "display-name", "expected: 1 … " + NAME_LENGTH_MAX + " characters");
        }
    }

    private static Set<ApiScope> apiScopes(List<String> texts) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String pointer = "/apiScopes/" + i;
            scopes.add(ApiScope.of(text)
                    .orElseThrow(() -> InvalidInput.of(pointer, text, "api-scope", "expected one of: " + names())));
        }
        return scopes;
    }

    private static List<String> names() {
        return EnumSet.allOf(ApiScope.class).stream().map(ApiScope::text).toList();
    }
}
