package org.suyuan.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Who an access token speaks for. The client is read for every request, so that a deactivation or another binding takes
 * effect at once and not when the token ends.
 */
@Component
class ClientActors implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Clients clients;
    private final Clock clock;

    ClientActors(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        List<String> claim = token.getClaimAsStringList("scope");
        List<String> granted = claim == null ? List.of() : claim;
        return Optional.ofNullable(token.getSubject())
                .flatMap(clients::byClientId)
                .filter(client -> client.isActive(clock.instant()))
                .map(client -> new ActorAuthentication(client.actor(granted)))
                .orElseThrow(() -> new InvalidBearerTokenException("the client is no longer active"));
    }
}
