package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** Logging in, seeing who one is, logging out; the own password. */
@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {
    private final Logins logins;
    private final OwnPassword ownPassword;
    private final SessionLogins sessions;
    private final Capacities capacities;
    private final MeViews views;
    private final CookieCsrfTokenRepository csrfTokens;

    SessionController(
            Logins logins,
            OwnPassword ownPassword,
            SessionLogins sessions,
            Capacities capacities,
            MeViews views,
            CookieCsrfTokenRepository csrfTokens) {
        this.logins = logins;
        this.capacities = capacities;
        this.views = views;
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
    }

    /** Takes JSON only: a form on another site cannot send it, so nobody is logged in behind his back. */
    @PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    Me logIn(
            @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return switch (logins.attempt(credentials.username(), credentials.password(), Source.of(request))) {
            case Logins.Outcome.Granted(Account account) -> {
                sessions.start(request, account);
                csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
                yield views.of(capacities.standing(account, null), locale);
            }
            case Logins.Outcome.Refused() -> throw new Problem(IdentityProblem.WRONG_CREDENTIALS, "username, password");
        };
    }

    /** Who the session belongs to; also hands out the CSRF token when the cookie is missing. */
    @GetMapping("/session")
    Me me(HttpServletRequest request, Locale locale) {
        Account account = sessions.account(request)
                .orElseThrow(() -> new Problem(CommonProblem.LOGIN_REQUIRED, "there is no session"));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        return views.of(capacities.standing(account, sessions.chosen(request)), locale);
    }

    /** Acts in another of one's capacities: a post of one's own, or one delegated during an absence. */
    @PutMapping(path = "/session/capacity", consumes = MediaType.APPLICATION_JSON_VALUE)
    Me choose(@RequestBody ChosenCapacity chosen, HttpServletRequest request, Locale locale) {
        Account account = sessions.account(request)
                .orElseThrow(() -> new Problem(CommonProblem.LOGIN_REQUIRED, "there is no session"));
        Capacities.Choice choice = capacities.choices(account).stream()
                .filter(one -> one.post().id().toString().equals(chosen.post()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "/post", chosen.post(), "capacity", "expected: the post of one of your capacities"));
        sessions.choose(request, choice.post().id());
        return views.of(capacities.standing(account, choice.post().id()), locale);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        csrfTokens.saveToken(null, request, response);
    }

    @PutMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Actor actor, @RequestBody PasswordChange change, HttpServletRequest request) {
        Account account = ownPassword.change(actor, change.currentPassword(), change.newPassword(), Source.of(request));
        sessions.start(request, account);
    }

    record Credentials(String username, String password) {}

    /** @param post id of the post of one of the {@code capacities} of {@code GET /session} */
    record ChosenCapacity(String post) {}

    record PasswordChange(String currentPassword, String newPassword) {}
}
