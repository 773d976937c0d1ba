package org.suyuan.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything that answers without a login. The one list: what is not here is 401, and a test walks every handler of the
 * platform to make sure.
 */
final class PublicPaths {
    /** Pages and what they are made of; read only. */
    static final List<String> READ = List.of(
            // The portal and the GS1 Digital Link resolver: a consumer scans and reads.
            "/",
            "/about",
            "/v/**",
            "/{key:00|01|253|255|401|402|414|417|8003|8004|8006|8010|8013|8017|8018}/**",
            "/operators/**",
            "/portal/**",
            "/.well-known/**",
            "/static/**",
            "/favicon.ico",
            "/robots.txt",
            // The console's files; its data comes from the API.
            "/console/**",
            // What a problem means.
            "/problems/**",
            // Whether the platform lives; nothing else of the actuator.
            "/actuator/health/**",
            // The key that access tokens are checked with.
            "/oauth2/jwks");

    /** Logging in, with any method. */
    static final List<String> LOGIN = List.of(
            "/api/identity/session",
            "/api/identity/session/second-factor",
            "/api/identity/session/passkey",
            "/api/identity/session/passkey-challenges",
            // Whoever holds the link is whom it is for.
            "/api/identity/invitations/*",
            // Leaving for a provider and coming back.
            "/api/identity/oidc/**",
            "/oauth2/token",
            "/error");

    private PublicPaths() {}

    static RequestMatcher matcher() {
        List<RequestMatcher> matchers = new ArrayList<>();
        for (String path : READ) {
            matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, path));
            matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, path));
            // Browsers ask before they let another site read the answer; GS1 resolvers must answer that.
            matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.OPTIONS, path));
        }
        LOGIN.forEach(path -> matchers.add(PathPatternRequestMatcher.pathPattern(path)));
        return new OrRequestMatcher(matchers);
    }
}
