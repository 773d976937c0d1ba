package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.suyuan.identity.IdentityProviders.Provider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logging in through a provider: authorization code with PKCE, state and nonce (OpenID Connect Core §3.1, RFC 7636, RFC
 * 9700). What was sent is kept in a {@link LoginSteps step} whose token is the state; a cookie binds it to the browser that
 * left, so that nobody is logged in by a link of another's.
 */
@Component
class ProviderLogins {
    private static final Logger log = LoggerFactory.getLogger(ProviderLogins.class);
    private static final String STARTS = "/api/identity/oidc/logins";

    private final IdentityProviders providers;
    private final ProviderPeople people;
    private final LoginSteps steps;
    private final JsonMapper json;

    ProviderLogins(IdentityProviders providers, ProviderPeople people, LoginSteps steps, JsonMapper json) {
        this.providers = providers;
        this.people = people;
        this.steps = steps;
        this.json = json;
    }

    /**
     * What was sent, kept until the person comes back.
     *
     * @param browser hash of the cookie's token, in hexadecimal
     * @param next where in the console he wanted to go
     */
    record Sent(String provider, String nonce, String verifier, String browser, String next) {}

    /** @param browser for the cookie */
    record Departure(URI to, OneTimeToken browser) {}

    sealed interface Arrival {
        record Known(Account account, Provider provider, String next) implements Arrival {}

        /** The provider vouches for somebody who is nobody here. */
        record Unknown() implements Arrival {}

        /** Something was not as we sent it or as the provider must answer. */
        record Refused() implements Arrival {}
    }

    /** Empty when the provider does not answer. */
    Optional<Departure> depart(Provider provider, HttpServletRequest request, String address, String next) {
        ClientRegistration registration;
        try {
            registration = providers.registration(provider, address);
        } catch (IllegalArgumentException | IllegalStateException e) {
            log.warn("provider {} cannot be asked: {}", provider.id(), e.getMessage());
            return Optional.empty();
        }
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(id -> registration, STARTS);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OAuth2AuthorizationRequest made = Objects.requireNonNull(resolver.resolve(request, provider.id()));
        OneTimeToken browser = OneTimeToken.random();
        Sent sent = new Sent(
                provider.id(),
                attribute(made, OidcParameterNames.NONCE),
                attribute(made, PkceParameterNames.CODE_VERIFIER),
                hex(browser),
                next);
        OneTimeToken state =
                steps.begin(LoginSteps.Kind.PROVIDER, null, json.writeValueAsString(sent), Source.of(request));
        OAuth2AuthorizationRequest leaving =
                OAuth2AuthorizationRequest.from(made).state(state.text()).build();
        return Optional.of(new Departure(URI.create(leaving.getAuthorizationRequestUri()), browser));
    }

    /**
     * @param browser the cookie's token; null when it did not come
     * @param code null when the provider refused
     */
    Arrival arrive(Provider provider, String address, String state, @Nullable String code, @Nullable String browser) {
        Optional<Sent> sent = steps.take(LoginSteps.Kind.PROVIDER, new OneTimeToken(state))
                .map(step -> json.readValue(step.state(), Sent.class))
                .filter(step -> step.provider().equals(provider.id()))
                .filter(step -> browser != null && step.browser().equals(hex(new OneTimeToken(browser))));
        if (sent.isEmpty() || code == null) {
            return new Arrival.Refused();
        }
        try {
            OidcUser user = redeem(providers.registration(provider, address), sent.get(), state, code);
            return people.find(provider, user)
                    .<Arrival>map(account ->
                            new Arrival.Known(account, provider, sent.get().next()))
                    .orElseGet(Arrival.Unknown::new);
        } catch (AuthenticationException | JacksonException | IllegalArgumentException | IllegalStateException e) {
            log.warn("a login through provider {} is refused: {}", provider.id(), e.getMessage());
            return new Arrival.Refused();
        }
    }

    private OidcUser redeem(ClientRegistration registration, Sent sent, String state, String code) {
        String redirectUri = Objects.requireNonNull(registration.getRedirectUri());
        String authorizationUri =
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri());
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(registration.getClientId())
                .redirectUri(redirectUri)
                .scopes(registration.getScopes())
                .state(state)
                .attributes(Map.of(
                        OidcParameterNames.NONCE, sent.nonce(),
                        PkceParameterNames.CODE_VERIFIER, sent.verifier(),
                        OAuth2ParameterNames.REGISTRATION_ID, sent.provider()))
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirectUri)
                .state(state)
                .build();
        var done = providers
                .exchange()
                .authenticate(new OAuth2LoginAuthenticationToken(
                        registration, new OAuth2AuthorizationExchange(request, response)));
        if (done != null && done.getPrincipal() instanceof OidcUser user) {
            return user;
        }
        throw new IllegalStateException("no ID token");
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        return Objects.requireNonNull(request.<String>getAttribute(name), name);
    }

    private static String hex(OneTimeToken token) {
        return HexFormat.of().formatHex(token.hash());
    }
}
