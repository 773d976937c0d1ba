package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/** Administering systems. Secrets are shown once, when they are made. */
@RestController
@Tag(name = "identity: clients", description = "Systems that use the API, their secrets and scopes")
@RequestMapping(path = "/api/identity/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {
    private final Systems systems;
    private final MessageSource messages;
    private final Clock clock;

    ClientController(Systems systems, MessageSource messages, Clock clock) {
        this.systems = systems;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param q part of the name, or the beginning of the client id
     * @param operator only those bound to it
     * @param organisation only those bound to it
     */
    record ClientQuery(
            @Nullable String q,
            @Nullable String operator,
            @Nullable String organisation,
            Client.@Nullable Status status) {
        Clients.Filter filter(Instant now) {
            return new Clients.Filter(q == null || q.isBlank() ? null : q.strip(), bound(), status, now);
        }

        private @Nullable Scope bound() {
            if (operator != null && organisation != null) {
                throw InvalidInput.of("organisation", organisation, "binding", "expected: operator or organisation");
            }
            if (operator != null) {
                return new Scope.OwnOperator(new OperatorId(Ids.in("operator", operator)));
            }
            return organisation == null
                    ? null
                    : new Scope.OwnOrganisation(new OrganisationId(Ids.in("organisation", organisation)));
        }
    }

    @GetMapping
    @Operation(summary = "All clients")
    Page<ClientBody> list(
            Actor actor, @ParameterObject ClientQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Client> clients = systems.list(actor, query.filter(clock.instant()), page);
        return new Page<>(
                clients.items().stream().map(client -> body(client, locale)).toList(),
                clients.next(),
                clients.total(),
                clients.truncated());
    }

    @GetMapping("/{clientId}")
    @Operation(summary = "One client")
    ClientBody find(Actor actor, @PathVariable String clientId, Locale locale) {
        return body(systems.find(actor, clientId), locale);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Let a system in; its secret is shown this once")
    ResponseEntity<CreatedClient> create(Actor actor, @RequestBody NewClient client, Locale locale) {
        Systems.Created created = systems.create(
                actor,
                new Systems.NewSystem(
                        client.clientId(),
                        client.name(),
                        client.apiScopes(),
                        client.scope().scope(),
                        client.expiresAt()));
        ClientBody body = body(created.client(), locale);
        return ResponseEntity.created(URI.create("/api/identity/clients/" + body.clientId()))
                .body(new CreatedClient(body, created.secret()));
    }

    @PostMapping("/{clientId}/secrets")
    @Operation(summary = "A new secret; the old one stays good for an overlap, or is void at once")
    Secret rotateSecret(
            Actor actor, @PathVariable String clientId, @RequestBody(required = false) @Nullable Rotation rotation) {
        Systems.Rotated rotated =
                systems.rotateSecret(actor, clientId, rotation == null ? null : rotation.overlapUntil());
        return new Secret(rotated.secret(), rotated.previousUntil());
    }

    @PutMapping(path = "/{clientId}/scope", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Bind a client to an operator, an organisation, a region")
    ClientBody bind(Actor actor, @PathVariable String clientId, @RequestBody ScopeBody scope, Locale locale) {
        return body(systems.bind(actor, clientId, scope.scope()), locale);
    }

    @PutMapping(path = "/{clientId}/expiry", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set or take away the day a client ends by itself")
    ClientBody expire(Actor actor, @PathVariable String clientId, @RequestBody Expiry expiry, Locale locale) {
        return body(systems.expire(actor, clientId, expiry.expiresAt()), locale);
    }

    @PostMapping("/{clientId}/deactivations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a client at once; tokens it still holds are refused")
    void deactivate(Actor actor, @PathVariable String clientId) {
        systems.deactivate(actor, clientId);
    }

    private ClientBody body(Client client, Locale locale) {
        Instant now = clock.instant();
        Client.Status status = client.status(now);
        Client.PreviousSecret previous = client.previousSecret();
        return new ClientBody(
                client.clientId(),
                client.name(),
                client.apiScopes().stream().map(ApiScope::text).sorted().toList(),
                ScopeBody.of(client.scope()),
                new CodedName(status.name(), messages.getMessage("identity.client." + status.name(), null, locale)),
                client.createdAt(),
                client.expiresAt(),
                client.lastUsedAt(),
                previous == null || !now.isBefore(previous.until()) ? null : previous.until(),
                client.deactivatedAt());
    }

    /**
     * @param apiScopes what it may ask for at the token endpoint, for example {@code epcis:capture}
     * @param expiresAt when it ends by itself; absent for no end
     */
    record NewClient(
            String clientId,
            String name,
            List<String> apiScopes,
            ScopeBody scope,
            @Nullable Instant expiresAt) {}

    /**
     * @param lastUsedAt when it last got a token
     * @param previousSecretUntil during a changeover: until when the old secret is good as well
     */
    record ClientBody(
            String clientId,
            String name,
            List<String> apiScopes,
            ScopeBody scope,
            CodedName status,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant previousSecretUntil,
            @Nullable Instant deactivatedAt) {}

    record CreatedClient(ClientBody client, String secret) {}

    /** @param overlapUntil until when the old secret stays good as well, at most 30 days ahead; absent voids it at once */
    record Rotation(@Nullable Instant overlapUntil) {}

    record Expiry(@Nullable Instant expiresAt) {}

    record Secret(String secret, @Nullable Instant previousSecretUntil) {}
}
