package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.IdentityProviders.Provider;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;

@RestController
@RequestMapping("/api/identity/oidc")
@Tag(name = "identity: providers", description = "Logging in through an OpenID Connect provider")
class ProviderController {
    private static final String COOKIE = "suyuan-login";
    private static final String COOKIE_PATH = "/api/identity/oidc";
    private static final String LOGIN_PAGE = "/console/login";
    /** Addresses of the console only: a link must not lead a fresh session elsewhere. */
    private static final Pattern NEXT = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,500}|/");

    private final IdentityProviders providers;
    private final ProviderLogins providerLogins;
    private final Logins logins;
    private final SessionLogins sessions;
    private final PublicAddress address;

    ProviderController(
            IdentityProviders providers,
            ProviderLogins providerLogins,
            Logins logins,
            SessionLogins sessions,
            PublicAddress address) {
        this.providers = providers;
        this.providerLogins = providerLogins;
        this.logins = logins;
        this.sessions = sessions;
        this.address = address;
    }

    @GetMapping(path = "/providers", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The providers that people may log in through")
    List<ProviderView> all() {
        return providers.all().stream()
                .map(provider -> new ProviderView(provider.id(), provider.name()))
                .toList();
    }

    @GetMapping("/logins/{provider}")
    @Operation(summary = "Leave for the provider's login; a browser is sent there")
    ResponseEntity<Void> depart(
            @PathVariable String provider, @RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
        String inside = NEXT.matcher(next).matches() ? next : "/";
        return providerLogins
                .depart(found(provider), request, address.of(request), inside)
                .map(departure -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie(departure.browser().text(), request))
                        .location(departure.to())
                        .<Void>build())
                .orElseGet(() -> to(LOGIN_PAGE + "#problem=provider-unavailable"));
    }

    @GetMapping("/callbacks/{provider}")
    @Operation(summary = "Where the provider sends the browser back to")
    ResponseEntity<Void> arrive(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false) @Nullable String errorDescription,
            @RequestParam(name = "session_state", required = false) @Nullable String sessionState,
            @CookieValue(name = COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        Provider from = found(provider);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", request));
        // RFC 9207: an answer that names another issuer was meant for another client.
        boolean another = iss != null && !iss.equals(from.issuer());
        String redeemable = another || error != null ? null : code;
        return switch (providerLogins.arrive(from, address.of(request), state, redeemable, browser)) {
            case ProviderLogins.Arrival.Known(Account account, Provider by, String next) ->
                entered(logins.withProvider(account, by.secondFactor(), Source.of(request)), next, request, response);
            case ProviderLogins.Arrival.Unknown() -> to(LOGIN_PAGE + "#problem=provider-unknown");
            case ProviderLogins.Arrival.Refused() -> to(LOGIN_PAGE + "#problem=provider-refused");
        };
    }

    private ResponseEntity<Void> entered(
            Logins.Outcome outcome, String next, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Logins.Outcome.Granted(Account account, LoginSessions.Proof proof) -> {
                sessions.start(request, response, account, proof);
                yield to("/console" + next);
            }
            // In the fragment, which no server ever sees.
            case Logins.Outcome.CodeNeeded(OneTimeToken challenge) ->
                to(LOGIN_PAGE + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + "#second-factor="
                        + challenge.text());
            case Logins.Outcome.Refused() -> to(LOGIN_PAGE + "#problem=provider-refused");
        };
    }

    private Provider found(String id) {
        return providers.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "provider"));
    }

    /** Lax, because the provider's redirect is a navigation from another site. An empty one ends it. */
    private static String cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, token)
                .path(COOKIE_PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(token.isEmpty() ? Duration.ZERO : LoginSteps.LIFETIME)
                .build()
                .toString();
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path))
                .build();
    }

    record ProviderView(String id, String name) {}
}
