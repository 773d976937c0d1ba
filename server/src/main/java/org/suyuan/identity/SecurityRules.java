package org.suyuan.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a request must bring before it reaches a controller. Two chains: the token endpoint, where systems prove who they
 * are, and everything else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Pages bring their own scripts and styles and talk to nobody else; nobody frames them. */
    private static final String STRICT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /** The console's charts and overlays set style attributes; scripts stay as strict, downloads and previews are blobs. */
    private static final String CONSOLE_POLICY = STRICT_POLICY
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self' data:", "img-src 'self' data: blob:");

    private static final RequestMatcher CONSOLE = PathPatternRequestMatcher.pathPattern("/console/**");

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http, Clients clients, Passwords passwords, LoginGuard guard, Refusals refusals, Clock clock) {
        // No bean of its own: Spring Security would ask every such bean a second time after it refused.
        ClientLogins logins = new ClientLogins(clients, passwords, guard, clock);
        http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.clientAuthentication(client -> client.authenticationProviders(only(logins))
                                        .errorResponseHandler(refusals::ofClient))
                                .tokenEndpoint(token -> token.accessTokenRequestConverters(only(new TokenRequests()))))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals::loginRequired))
                .csrf(AbstractHttpConfigurer::disable) // the secret is in the request, no browser adds it
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityRules::headers);
        return http.build();
    }

    /** Leaves of a list of ways in this one only: secrets, client credentials. */
    private static <T> Consumer<List<T>> only(T one) {
        return all -> {
            all.clear();
            all.add(one);
        };
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            SessionLogins sessions,
            ClientActors clients,
            CookieCsrfTokenRepository csrfTokens,
            Refusals refusals) {
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll() // let in already when the request came
                        .requestMatchers(PublicPaths.matcher())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals::loginRequired)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(clients)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(request -> needsCsrfToken(request, sessions)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals::loginRequired)
                        .accessDeniedHandler(refusals::denied))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityRules::headers);
        return http.build();
    }

    /**
     * Only where the browser adds the login by itself: another site can make it send the session's cookie, but can
     * neither read the token's cookie nor set the header. Logging in needs none: it takes JSON, which no form of another
     * site can send.
     */
    private static boolean needsCsrfToken(HttpServletRequest request, SessionLogins sessions) {
        return !SAFE_METHODS.contains(request.getMethod()) && sessions.containsContext(request);
    }

    /** Double submit: the console copies this cookie into the header {@code X-XSRF-TOKEN}. */
    @Bean
    static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Besides Spring Security's defaults: no sniffing, no framing, no caching unless the handler says otherwise. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(policy(CONSOLE, CONSOLE_POLICY))
                .addHeaderWriter(policy(new NegatedRequestMatcher(CONSOLE), STRICT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(self), geolocation=(self), microphone=()"));
    }

    private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(where, new ContentSecurityPolicyHeaderWriter(policy));
    }
}
