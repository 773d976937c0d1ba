package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.SessionLogins.Login;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: session", description = "Logging in, seeing who one is, changing capacity, logging out")
class SessionController {
    private final Logins logins;
    private final OwnPassword ownPassword;
    private final SessionLogins sessions;
    private final LoginSessions loginSessions;
    private final Capacities capacities;
    private final MeViews views;
    private final CookieCsrfTokenRepository csrfTokens;

    SessionController(
            Logins logins,
            OwnPassword ownPassword,
            SessionLogins sessions,
            LoginSessions loginSessions,
            Capacities capacities,
            MeViews views,
            CookieCsrfTokenRepository csrfTokens) {
        this.logins = logins;
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.loginSessions = loginSessions;
        this.capacities = capacities;
        this.views = views;
        this.csrfTokens = csrfTokens;
    }

    /** Takes JSON only: a form on another site cannot send it, so nobody is logged in behind his back. */
    @PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in; 401 second-factor-required with a challenge where a code is still to come")
    Me logIn(
            @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Logins.Outcome outcome =
                logins.withPassword(credentials.username(), credentials.password(), Source.of(request));
        return entered(outcome, IdentityProblem.WRONG_CREDENTIALS, request, response, locale);
    }

    @PostMapping(path = "/session/second-factor", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Second step: the code of the authenticator app, or a recovery code")
    Me secondStep(
            @RequestBody SecondStep step, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Logins.Outcome outcome = logins.withCode(new OneTimeToken(step.challenge()), step.code(), Source.of(request));
        return entered(outcome, IdentityProblem.WRONG_CODE, request, response, locale);
    }

    private Me entered(
            Logins.Outcome outcome,
            IdentityProblem refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return switch (outcome) {
            case Logins.Outcome.Granted(Account account, LoginSessions.Proof proof) ->
                me(sessions.start(request, response, account, proof), locale);
            case Logins.Outcome.CodeNeeded(OneTimeToken challenge) -> throw new SecondFactorRequired(challenge);
            case Logins.Outcome.Refused() ->
                throw new Problem(refusal, refusal == IdentityProblem.WRONG_CODE ? "code" : "username, password");
        };
    }

    /** Who the session belongs to; also hands out the CSRF token when the cookie is missing. */
    @GetMapping("/session")
    @Operation(summary = "Who is logged in, in which capacity, with what rights")
    Me me(HttpServletRequest request, Locale locale) {
        Login login = sessions.required(request);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        return me(login, locale);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log out")
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        csrfTokens.saveToken(null, request, response);
    }

    @PutMapping(path = "/session/capacity", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Act in another of your capacities: a post of your own, or one delegated to you")
    Me choose(
            @RequestBody ChosenCapacity chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Login login = sessions.required(request);
        Capacities.Choice choice = capacities.choices(login.account()).stream()
                .filter(one -> one.post().id().toString().equals(chosen.post()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "/post", chosen.post(), "capacity", "expected: the post of one of your capacities"));
        loginSessions.choose(login.session().id(), choice.post().id());
        return me(sessions.renew(request, response), locale);
    }

    /** Before what proves who one is may be changed, one proves it again. */
    @PostMapping(path = "/session/proofs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Prove again who you are, as some changes ask for: password and, with an app, code")
    void prove(@RequestBody Proof proof, HttpServletRequest request, HttpServletResponse response) {
        Login login = sessions.required(request);
        String code = proof.code() == null ? "" : proof.code();
        if (!logins.again(login.account(), proof.password(), code, Source.of(request))) {
            throw new Problem(IdentityProblem.WRONG_CREDENTIALS, "password, code");
        }
        loginSessions.proved(login.session().id(), false);
        sessions.renew(request, response);
    }

    @PutMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Replace your password; your other sessions end")
    void changePassword(
            Actor actor, @RequestBody PasswordChange change, HttpServletRequest request, HttpServletResponse response) {
        Login login = sessions.required(request);
        ownPassword.change(actor, login, change.currentPassword(), change.newPassword(), Source.of(request));
        sessions.renew(request, response);
    }

    private Me me(Login login, Locale locale) {
        return views.of(sessions.standing(login), locale);
    }

    record Credentials(String username, String password) {}

    /** @param code six digits, or a recovery code */
    record SecondStep(String challenge, String code) {}

    /** @param post id of the post of one of the {@code capacities} of {@code GET /session} */
    record ChosenCapacity(String post) {}

    record Proof(String password, @Nullable String code) {}

    record PasswordChange(String currentPassword, String newPassword) {}
}
