package org.suyuan.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** Administering systems. Secrets are shown once, when they are made. */
@RestController
@RequestMapping(path = "/api/identity/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {
    private final Systems systems;

    ClientController(Systems systems) {
        this.systems = systems;
    }

    @GetMapping
    Page<ClientBody> list(Actor actor, PageRequest page) {
        Page<Client> clients = systems.list(actor, page);
        return new Page<>(
                clients.items().stream().map(ClientBody::of).toList(),
                clients.next(),
                clients.total(),
                clients.truncated());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CreatedClient> create(Actor actor, @RequestBody NewClient client) {
        Systems.Created created = systems.create(
                actor,
                new Systems.NewSystem(
                        client.clientId(),
                        client.name(),
                        client.apiScopes(),
                        client.scope().scope()));
        ClientBody body = ClientBody.of(created.client());
        return ResponseEntity.created(URI.create("/api/identity/clients/" + body.clientId()))
                .body(new CreatedClient(body, created.secret()));
    }

    @PostMapping("/{clientId}/secrets")
    Secret rotateSecret(Actor actor, @PathVariable String clientId) {
        return new Secret(systems.rotateSecret(actor, clientId));
    }

    @PutMapping(path = "/{clientId}/scope", consumes = MediaType.APPLICATION_JSON_VALUE)
    ClientBody bind(Actor actor, @PathVariable String clientId, @RequestBody ScopeBody scope) {
        return ClientBody.of(systems.bind(actor, clientId, scope.scope()));
    }

    @PostMapping("/{clientId}/deactivations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Actor actor, @PathVariable String clientId) {
        systems.deactivate(actor, clientId);
    }

    /** @param apiScopes what it may ask for at the token endpoint, for example {@code epcis:capture} */
    record NewClient(String clientId, String name, List<String> apiScopes, ScopeBody scope) {}

    record ClientBody(
            String clientId,
            String name,
            List<String> apiScopes,
            ScopeBody scope,
            Instant createdAt,
            @Nullable Instant deactivatedAt) {
        static ClientBody of(Client client) {
            return new ClientBody(
                    client.clientId(),
                    client.name(),
                    client.apiScopes().stream().map(ApiScope::text).sorted().toList(),
                    ScopeBody.of(client.scope()),
                    client.createdAt(),
                    client.deactivatedAt());
        }
    }

    record CreatedClient(ClientBody client, String secret) {}

    record Secret(String secret) {}
}
