package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Logging in, seeing who one is, logging out; the own password. */
@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {
    private final Logins logins;
    private final OwnPassword ownPassword;
    private final SessionLogins sessions;
    private final CookieCsrfTokenRepository csrfTokens;

    SessionController(
            Logins logins, OwnPassword ownPassword, SessionLogins sessions, CookieCsrfTokenRepository csrfTokens) {
        this.logins = logins;
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
                yield Me.of(account, locale);
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
        return Me.of(account, locale);
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

    record PasswordChange(String currentPassword, String newPassword) {}

    /**
     * @param permissions none while the password is a one-time one
     * @param locale the language this answer and the pages are in, for example {@code zh-CN}
     */
    record Me(
            String id,
            String username,
            String name,
            String role,
            List<Permission> permissions,
            ScopeBody scope,
            boolean passwordChangeRequired,
            String locale) {
        static Me of(Account account, Locale locale) {
            Actor actor = account.actor();
            return new Me(
                    account.id().toString(),
                    account.username(),
                    account.displayName(),
                    account.role(),
                    actor.permissions().stream().sorted().toList(),
                    ScopeBody.of(actor.scope()),
                    account.password().oneTime(),
                    locale.toLanguageTag());
        }
    }
}
