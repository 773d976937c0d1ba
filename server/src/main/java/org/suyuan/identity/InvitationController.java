package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.LoginSessions.Method;
import org.suyuan.identity.LoginSessions.Proof;

@RestController
@RequestMapping(path = "/api/identity/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: invitations", description = "Taking over an account by a link that is good once")
class InvitationController {
    private final OwnPassword ownPassword;
    private final Capacities capacities;
    private final SessionLogins sessions;
    private final MeViews views;

    InvitationController(OwnPassword ownPassword, Capacities capacities, SessionLogins sessions, MeViews views) {
        this.ownPassword = ownPassword;
        this.capacities = capacities;
        this.sessions = sessions;
        this.views = views;
    }

    @GetMapping("/{token}")
    @Operation(summary = "Whom the invitation is for")
    Invited read(@PathVariable String token, Locale locale) {
        Account account = ownPassword.invited(new OneTimeToken(token));
        List<Me.CapacityBody> posts = capacities.choices(account).stream()
                .map(choice -> MeViews.capacity(choice, locale))
                .toList();
        return new Invited(account.username(), account.displayName(), posts);
    }

    /** Ends with a session: the person has just shown what nobody else has. */
    @PostMapping(path = "/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Accept it by choosing a password; you are logged in then")
    Me accept(
            @PathVariable String token,
            @RequestBody Acceptance acceptance,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Account account = ownPassword.accept(new OneTimeToken(token), acceptance.password());
        SessionLogins.Login login = sessions.start(request, response, account, new Proof(Method.INVITATION, false));
        return views.of(sessions.standing(login), locale);
    }

    /** @param posts where the person is to work */
    record Invited(String username, String name, List<Me.CapacityBody> posts) {}

    record Acceptance(String password) {}
}
