package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.LoginSessions.LoginSession;
import org.suyuan.identity.SessionLogins.Login;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: sessions", description = "Where somebody is logged in, ending it, and who tried")
class SessionListController {
    private final SessionRevocations revocations;
    private final LoginAttempts attempts;
    private final SessionLogins sessions;

    SessionListController(SessionRevocations revocations, LoginAttempts attempts, SessionLogins sessions) {
        this.revocations = revocations;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where you are logged in")
    List<SessionView> own(HttpServletRequest request) {
        Login login = sessions.required(request);
        return views(revocations.own(login), login.session().id());
    }

    @PostMapping("/sessions/{id}/revocations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of your sessions; it is over at its next request")
    void revoke(Actor actor, @PathVariable String id, HttpServletRequest request) {
        revocations.one(actor, sessions.required(request), new SessionId(Ids.inPath(id)));
    }

    @PostMapping("/sessions/revocations")
    @Operation(summary = "End all your other sessions")
    Ended revokeOthers(Actor actor, HttpServletRequest request) {
        return new Ended(revocations.others(actor, sessions.required(request)));
    }

    @GetMapping("/people/{id}/sessions")
    @AuditedRead(action = "identity.session.listed", kind = "person", id = "id")
    @Operation(summary = "Where a person is logged in")
    List<SessionView> of(Actor actor, @PathVariable String id) {
        return views(revocations.of(actor, Ids.person(id)), null);
    }

    @PostMapping("/people/{id}/sessions/revocations")
    @Operation(summary = "End all sessions of a person")
    Ended revokeAll(Actor actor, @PathVariable String id) {
        return new Ended(revocations.all(actor, Ids.person(id)));
    }

    @GetMapping("/me/login-attempts")
    @Operation(summary = "Who tried to log in as you, the newest first")
    Page<LoginAttempts.LoginAttempt> attempts(HttpServletRequest request, @ParameterObject PageRequest page) {
        return attempts.of(sessions.required(request).account().id(), page);
    }

    @GetMapping("/lockouts")
    @AuditedRead(action = "identity.lockout.listed", kind = "lockout")
    @Operation(summary = "Names and addresses that have to wait after failed logins")
    List<LoginAttempts.Lockout> lockouts(Actor actor) {
        return attempts.lockouts(actor);
    }

    @PostMapping("/lockouts/{id}/releases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a name or address try again at once")
    void release(Actor actor, @PathVariable String id) {
        attempts.release(actor, id);
    }

    private static List<SessionView> views(List<LoginSession> found, @Nullable SessionId current) {
        return found.stream().map(one -> SessionView.of(one, current)).toList();
    }

    /**
     * @param browser in its owner's words, for example {@code Firefox · Windows}; empty when it does not say
     * @param current whether it is the one that asks
     */
    record SessionView(
            String id,
            LoginSessions.Method method,
            boolean secondFactor,
            Instant startedAt,
            Instant lastUsedAt,
            Instant endsAt,
            String address,
            String browser,
            boolean current) {
        static SessionView of(LoginSession session, @Nullable SessionId current) {
            return new SessionView(
                    session.id().toString(),
                    session.proof().method(),
                    session.proof().secondFactor(),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.startedAt().plus(LoginSessions.LIFETIME),
                    session.place().address(),
                    session.place().browser(),
                    session.id().equals(current));
        }
    }

    record Ended(int ended) {}
}
