package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.ExternalLogins.ExternalLogin;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.Deed;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: providers")
class ExternalLoginController {
    private final ExternalLogins externalLogins;
    private final IdentityProviders providers;
    private final Accounts accounts;
    private final SessionLogins sessions;
    private final AuditTrail audit;

    ExternalLoginController(
            ExternalLogins externalLogins,
            IdentityProviders providers,
            Accounts accounts,
            SessionLogins sessions,
            AuditTrail audit) {
        this.externalLogins = externalLogins;
        this.providers = providers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/me/external-logins")
    @Operation(summary = "Who you are at other providers")
    List<ExternalLogin> own(HttpServletRequest request) {
        return externalLogins.of(sessions.required(request).account().id());
    }

    @GetMapping("/people/{id}/external-logins")
    @AuditedRead(action = "identity.external-login.listed", kind = "person", id = "id")
    @Operation(summary = "Who a person is at other providers")
    List<ExternalLogin> of(Actor actor, @PathVariable String id) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return externalLogins.of(person(Ids.person(id)).id());
    }

    @PostMapping(path = "/people/{id}/external-logins", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Operation(summary = "Say who a person is at a provider, so that he can log in through it")
    List<ExternalLogin> register(Actor actor, @PathVariable String id, @RequestBody NewExternalLogin wanted) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Account account = person(Ids.person(id));
        if (providers.find(wanted.provider()).isEmpty()) {
            throw InvalidInput.of(
                    "/provider", wanted.provider(), "provider", "expected: one of /api/identity/oidc/providers");
        }
        if (wanted.subject().isBlank() || wanted.subject().length() > ExternalLogins.SUBJECT_LENGTH_MAX) {
            throw InvalidInput.of(
                    "/subject",
                    wanted.subject(),
                    "subject",
                    "expected: 1 … " + ExternalLogins.SUBJECT_LENGTH_MAX + " characters");
        }
        if (!externalLogins.link(account.id(), wanted.provider(), wanted.subject(), actor.id())) {
            throw new Problem(IdentityProblem.EXTERNAL_LOGIN_TAKEN, wanted.provider());
        }
        decided(actor, "identity.external-login.registered", account, wanted.provider());
        return externalLogins.of(account.id());
    }

    @DeleteMapping("/people/{id}/external-logins/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Take it back; the provider opens nothing for the person any more")
    void remove(Actor actor, @PathVariable String id, @PathVariable String login) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Account account = person(Ids.person(id));
        String provider = externalLogins
                .remove(Ids.inPath(login), account.id())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "external login " + login));
        decided(actor, "identity.external-login.removed", account, provider);
    }

    private Account person(ActorId id) {
        return accounts.byId(id)
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "active person " + id));
    }

    private void decided(Actor actor, String action, Account account, String provider) {
        audit.decided(actor, Deed.of(action, People.subject(account), Map.of("provider", provider)));
    }

    record NewExternalLogin(String provider, String subject) {}
}
