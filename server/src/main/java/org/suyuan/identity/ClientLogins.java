package org.suyuan.identity;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.shared.TooManyRequests;

/**
 * Systems proving who they are at the token endpoint, by secret only. Like {@link Logins}: guesses are counted, and an
 * unknown client takes as long as a known one.
 */
class ClientLogins implements AuthenticationProvider {
    private final Clients clients;
    private final Passwords passwords;
    private final LoginGuard guard;
    private final Clock clock;

    ClientLogins(Clients clients, Passwords passwords, LoginGuard guard, Clock clock) {
        this.clients = clients;
        this.passwords = passwords;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken asked = (OAuth2ClientAuthenticationToken) authentication;
        if (!RegisteredClients.METHODS.contains(asked.getClientAuthenticationMethod())
                || !(asked.getCredentials() instanceof String secret)) {
            throw refused();
        }
        Attempt attempt = new Attempt(LoginGuard.Kind.CLIENT, asked.getName(), source(asked.getDetails()));
        admit(attempt);
        Optional<Client> client = clients.byClientId(attempt.name());
        boolean right = client.filter(known -> known.isActive(clock.instant()))
                .map(known -> isSecretOf(known, secret))
                .orElseGet(() -> passwords.matchesNobody(secret));
        if (client.isEmpty() || !right) {
            guard.refused(attempt, client.map(Client::id).orElse(null));
            throw refused();
        }
        guard.succeeded(attempt, client.get().id());
        clients.used(client.get().id(), clock.instant());
        return new OAuth2ClientAuthenticationToken(
                RegisteredClients.registered(client.get()), asked.getClientAuthenticationMethod(), null);
    }

    /** During a changeover both secrets are good. */
    private boolean isSecretOf(Client client, String secret) {
        return client.secretHashes(clock.instant()).stream().anyMatch(hash -> passwords.matches(secret, hash));
    }

    private void admit(Attempt attempt) {
        try {
            guard.admit(attempt);
        } catch (TooManyRequests wait) {
            // The filter lets OAuth 2.0 exceptions out only; Refusals looks inside.
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT), wait);
        }
    }

    private static Source source(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? Source.of(web.getRemoteAddress())
                : Source.of("");
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
}
