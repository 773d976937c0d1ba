package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.suyuan.identity.LoginSessions.LoginSession;
import org.suyuan.identity.LoginSessions.Place;
import org.suyuan.identity.LoginSessions.Proof;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;

/**
 * Who a session belongs to. The container's session holds the id of a {@link LoginSession}, nothing more; it and the
 * account are read for every request, so that a revocation, a deactivation, a changed role or a new password takes effect
 * at once.
 */
@Component
class SessionLogins implements SecurityContextRepository {
    private static final String ATTRIBUTE = "login";
    private static final String REQUEST_ATTRIBUTE = SessionLogins.class.getName();

    private final LoginSessions sessions;
    private final Accounts accounts;
    private final Capacities capacities;
    private final CookieCsrfTokenRepository csrfTokens;

    SessionLogins(
            LoginSessions sessions, Accounts accounts, Capacities capacities, CookieCsrfTokenRepository csrfTokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.capacities = capacities;
        this.csrfTokens = csrfTokens;
    }

    /** A person in one of his sessions. */
    record Login(Account account, LoginSession session) {}

    /** Starts a session that carries nothing over from the one before (session fixation), nor its CSRF token. */
    Login start(HttpServletRequest request, HttpServletResponse response, Account account, Proof proof) {
        end(request);
        LoginSession session = sessions.start(account, proof, placeOf(request));
        request.getSession(true).setAttribute(ATTRIBUTE, session.id().toString());
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        Login login = new Login(account, session);
        request.setAttribute(REQUEST_ATTRIBUTE, login);
        return login;
    }

    /** The rights of the session rose: what was known of it before is worth nothing any more (ASVS session renewal). */
    Login renew(HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        request.removeAttribute(REQUEST_ATTRIBUTE);
        return required(request);
    }

    void end(HttpServletRequest request) {
        find(request)
                .ifPresent(login -> sessions.end(
                        login.session().id(),
                        login.account().id(),
                        login.account().id()));
        request.removeAttribute(REQUEST_ATTRIBUTE);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Login required(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new Problem(CommonProblem.LOGIN_REQUIRED, "there is no session"));
    }

    /** Looked up once a request. */
    Optional<Login> find(HttpServletRequest request) {
        if (request.getAttribute(REQUEST_ATTRIBUTE) instanceof Login known) {
            return Optional.of(known);
        }
        String id = id(request);
        if (id == null) {
            return Optional.empty();
        }
        Optional<Login> login = sessions.use(SessionId.of(id))
                .flatMap(session -> accounts.byId(session.account())
                        .filter(Account::isActive)
                        .filter(account -> account.password().revision() == session.passwordRevision())
                        .map(account -> new Login(account, session)));
        login.ifPresent(found -> request.setAttribute(REQUEST_ATTRIBUTE, found));
        return login;
    }

    /** Where the person stands in this session: his capacity, what he may do, what he has to do first. */
    Capacities.Standing standing(Login login) {
        Capacities.Standing standing =
                capacities.standing(login.account(), login.session().post());
        Capacities.Choice acting = standing.acting();
        boolean lacking = acting != null
                && acting.role().secondFactorRequired()
                && !login.session().proof().secondFactor();
        return standing.owing(lacking ? Duty.ENROL_TOTP : null);
    }

    static Place placeOf(HttpServletRequest request) {
        return new Place(request.getRemoteAddr(), BrowserWords.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static @Nullable String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String id ? id : null;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; the deferred form builds on it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return find(holder.getRequest())
                .<SecurityContext>map(login -> new SecurityContextImpl(
                        new ActorAuthentication(standing(login).actor())))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Nothing to save: {@link #start} is the only way to log in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return id(request) != null;
    }
}
