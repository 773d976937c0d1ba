package org.suyuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** Giving systems access to the API and taking it away. */
@Component
class Systems {
    /** The longest time that two secrets of a client are good at once. */
    static final Duration OVERLAP_MAX = Duration.ofDays(30);

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int NAME_LENGTH_MAX = 100;

    private final Clients clients;
    private final Bindings bindings;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Clock clock;

    Systems(Clients clients, Bindings bindings, Passwords passwords, AuditTrail trail, Clock clock) {
        this.clients = clients;
        this.bindings = bindings;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param expiresAt null for no end */
    record NewSystem(
            String clientId,
            String name,
            List<String> apiScopes,
            Scope scope,
            @Nullable Instant expiresAt) {}

    /** @param secret shown this once; only its hash is kept */
    record Created(Client client, String secret) {}

    /** @param previousUntil null when the secret before is void already */
    record Rotated(String secret, @Nullable Instant previousUntil) {}

    Page<Client> list(Actor actor, Clients.Filter filter, PageRequest page) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return clients.page(filter, page);
    }

    Client find(Actor actor, String clientId) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return clients.byClientId(clientId)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "client " + clientId));
    }

    @Transactional
    Created create(Actor actor, NewSystem system) {
        actor.require(Permission.ACCESS_ADMINISTER);
        check(system);
        String secret = passwords.generate();
        Client client = new Client(
                new ActorId(Uuid7.next(clock)),
                system.clientId(),
                system.name().strip(),
                passwords.hash(secret),
                null,
                apiScopes(system.apiScopes()),
                system.scope(),
                clock.instant(),
                system.expiresAt(),
                null,
                null);
        if (!clients.insert(client, actor.id())) {
            throw new Problem(IdentityProblem.CLIENT_ID_TAKEN, "clientId: " + system.clientId());
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("apiScopes", String.join(" ", system.apiScopes()));
        facts.put("scope", ScopeText.of(system.scope()));
        tell(actor, "identity.client.created", client, facts);
        return new Created(client, secret);
    }

    /**
     * A new secret, shown this once.
     *
     * @param overlapUntil until when the old one stays good as well, so that the system can be changed over without a gap;
     *     null voids it at once
     */
    @Transactional
    Rotated rotateSecret(Actor actor, String clientId, @Nullable Instant overlapUntil) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Instant now = clock.instant();
        if (overlapUntil != null && (!overlapUntil.isAfter(now) || overlapUntil.isAfter(now.plus(OVERLAP_MAX)))) {
            throw InvalidInput.of(
                    "/overlapUntil",
                    overlapUntil.toString(),
                    "overlap",
                    "expected: later than now, at most " + OVERLAP_MAX.toDays() + " days");
        }
        String secret = passwords.generate();
        known(clientId, clients.changeSecret(clientId, passwords.hash(secret), overlapUntil));
        Map<String, String> facts = overlapUntil == null ? Map.of() : Map.of("overlapUntil", overlapUntil.toString());
        tell(actor, "identity.client.secret-rotated", find(actor, clientId), facts);
        return new Rotated(secret, overlapUntil);
    }

    /** Changes how far the client sees, from its next request on. */
    @Transactional
    Client bind(Actor actor, String clientId, Scope scope) {
        actor.require(Permission.ACCESS_ADMINISTER);
        bindings.check("", scope);
        known(clientId, clients.bind(clientId, scope));
        Client client = find(actor, clientId);
        tell(actor, "identity.client.bound", client, Map.of("scope", ScopeText.of(scope)));
        return client;
    }

    /** @param at null for no end */
    @Transactional
    Client expire(Actor actor, String clientId, @Nullable Instant at) {
        actor.require(Permission.ACCESS_ADMINISTER);
        checkExpiry(at);
        known(clientId, clients.expire(clientId, at));
        Client client = find(actor, clientId);
        tell(actor, "identity.client.expiry-set", client, at == null ? Map.of() : Map.of("expiresAt", at.toString()));
        return client;
    }

    /** Ends the client at once; tokens it still holds are refused. */
    @Transactional
    void deactivate(Actor actor, String clientId) {
        actor.require(Permission.ACCESS_ADMINISTER);
        known(clientId, clients.deactivate(clientId, actor.id(), clock.instant()));
        tell(actor, "identity.client.deactivated", find(actor, clientId), Map.of());
    }

    private void tell(Actor actor, String action, Client client, Map<String, String> facts) {
        trail.decided(actor, Deed.of(action, Subject.of("client", client.clientId(), client.name()), facts));
    }

    private static void known(String clientId, boolean changed) {
        if (!changed) {
            throw new Problem(CommonProblem.NOT_FOUND, "active client " + clientId);
        }
    }

    private void check(NewSystem system) {
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
        bindings.check("/scope", system.scope());
        checkExpiry(system.expiresAt());
    }

    private void checkExpiry(@Nullable Instant at) {
        if (at != null && !at.isAfter(clock.instant())) {
            throw InvalidInput.of("/expiresAt", at.toString(), "expiry", "expected: later than now");
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
