package org.suyuan.testing.provider;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Runs Spring Authorization Server on 127.0.0.1: another program than the one under test says who people are. Everybody is
 * known here with password {@link #PASSWORD}; the name decides what the ID token says, so that a test can ask for a wrong
 * one.
 *
 * <pre>{@code java … TestProvider [port]}</pre>
 *
 * prints {@code provider at http://127.0.0.1:…} when it is ready.
 */
public final class TestProvider {
    public static final String CLIENT_ID = "suyuan";
    public static final String CLIENT_SECRET = "tests only, never real";
    public static final String PASSWORD = "tests only, never real";
    public static final String READY = "provider at ";

    /** Names that begin so get an ID token that must be refused. */
    public static final String WRONG_NONCE = "wrong-nonce-";

    public static final String WRONG_ISSUER = "wrong-issuer-";
    public static final String WRONG_AUDIENCE = "wrong-audience-";
    /** … or one whose e-mail address nobody has verified. */
    public static final String UNVERIFIED = "unverified-";

    private TestProvider() {}

    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : freePort();
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean("port", Integer.class, () -> port);
        context.register(Rules.class);
        context.refresh();
        System.out.println(READY + issuer(port));
    }

    /** Address that the e-mail claim has for a name. */
    public static String emailOf(String username) {
        return username + "@example.org";
    }

    private static String issuer(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** No {@code @Configuration}: the platform's own scan of its packages would find it. */
    @EnableWebSecurity
    static class Rules {
        @Bean
        TomcatServletWebServerFactory webServer(Integer port) {
            return new TomcatServletWebServerFactory(port);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            var server = new OAuth2AuthorizationServerConfigurer();
            http.securityMatcher(server.getEndpointsMatcher())
                    .with(
                            server,
                            rules -> rules.oidc(Customizer.withDefaults())
                                    .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                            providers -> providers.forEach(Rules::takeAnyRedirect))))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                            new LoginUrlAuthenticationEntryPoint("/login"),
                            new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
            return http.build();
        }

        /** The platform under test has another port each time, which nobody knows when this process starts. */
        private static void takeAnyRedirect(Object provider) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(context -> {});
            }
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) {
            http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("PERSON")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT_ID)
                    .clientId(CLIENT_ID)
                    .clientSecret("{noop}" + CLIENT_SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://localhost/any")
                    .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        AuthorizationServerSettings settings(Integer port) {
            return AuthorizationServerSettings.builder().issuer(issuer(port)).build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                    return;
                }
                String name = Objects.requireNonNull(context.<Authentication>getPrincipal())
                        .getName();
                context.getClaims().claims(claims -> {
                    claims.put("email", emailOf(name));
                    claims.put("email_verified", !name.startsWith(UNVERIFIED));
                    if (name.startsWith(WRONG_NONCE)) {
                        claims.put("nonce", "another");
                    }
                    if (name.startsWith(WRONG_ISSUER)) {
                        claims.put("iss", "http://127.0.0.1:1");
                    }
                    if (name.startsWith(WRONG_AUDIENCE)) {
                        claims.put("aud", List.of("another client"));
                    }
                });
            };
        }
    }
}
