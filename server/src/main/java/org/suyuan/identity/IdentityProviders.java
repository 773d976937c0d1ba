package org.suyuan.identity;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The OpenID Connect providers that people may log in through. What a provider says of itself is asked for at the first
 * login, so that one that is down keeps nobody from starting the platform.
 */
@Component
@EnableConfigurationProperties(IdentityProviders.Settings.class)
class IdentityProviders {
    static final String CALLBACKS = "/api/identity/oidc/callbacks/";
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration READ_MAX = Duration.ofSeconds(10);

    private final List<Provider> providers;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    IdentityProviders(Settings settings, Clock clock) {
        this.providers = settings.all();
        this.exchange = exchange(clock);
    }

    /** @param providers {@code suyuan.oidc.providers[0].id} and so on; none unless configured */
    @ConfigurationProperties("suyuan.oidc")
    record Settings(@Nullable List<Provider> providers) {
        List<Provider> all() {
            return providers == null ? List.of() : List.copyOf(providers);
        }
    }

    /**
     * @param id in addresses and in the record of who people are; never changes
     * @param name on the button
     * @param issuer whose discovery document says the rest (OpenID Connect Discovery §4)
     * @param secondFactor whether it is trusted to have asked for two factors, so that we do not ask again
     */
    record Provider(
            String id, String name, String issuer, String clientId, String clientSecret, boolean secondFactor) {}

    List<Provider> all() {
        return providers;
    }

    Optional<Provider> find(String id) {
        return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Throws {@link IllegalArgumentException} or {@link IllegalStateException} when the provider does not answer rightly. */
    ClientRegistration registration(Provider provider, String address) {
        return known.computeIfAbsent(
                provider.id() + " " + address,
                key -> ClientRegistrations.fromIssuerLocation(provider.issuer())
                        .registrationId(provider.id())
                        .clientId(provider.clientId())
                        .clientSecret(provider.clientSecret())
                        .redirectUri(address + CALLBACKS + provider.id())
                        .scope("openid", "profile", "email")
                        .build());
    }

    /** Exchanges a code and checks what comes: signature, issuer, audience, times and nonce (OpenID Connect Core §3.1.3.7). */
    OidcAuthorizationCodeAuthenticationProvider exchange() {
        return exchange;
    }

    private static OidcAuthorizationCodeAuthenticationProvider exchange(Clock clock) {
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(registration -> {
            OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
            validator.setClock(clock);
            return validator;
        });
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(patientButNotForEver());
        OidcAuthorizationCodeAuthenticationProvider exchange =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, new OidcUserService());
        exchange.setJwtDecoderFactory(decoders);
        return exchange;
    }

    private static RestClient patientButNotForEver() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build());
        requests.setReadTimeout(READ_MAX);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
