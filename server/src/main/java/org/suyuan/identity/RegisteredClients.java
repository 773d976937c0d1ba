package org.suyuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our clients as Spring Authorization Server wants to see them. */
@Component
class RegisteredClients implements RegisteredClientRepository {
    /** Short, because a token cannot be taken back by itself; a deactivated client's tokens are refused anyway. */
    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    static final Set<ClientAuthenticationMethod> METHODS =
            Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final Clients clients;
    private final Clock clock;

    RegisteredClients(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    static RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientAuthenticationMethods(methods -> methods.addAll(METHODS))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.apiScopes().forEach(scope -> scopes.add(scope.text())))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.byClientId(clientId)
                .filter(client -> client.isActive(clock.instant()))
                .map(RegisteredClients::registered)
                .orElse(null);
    }

    /** Only stored authorizations refer to clients by this id, and we store none. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return null;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are created at /api/identity/clients");
    }
}
