package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.suyuan.identity.PasskeyCeremonies.Begun;
import org.suyuan.identity.PasskeyCeremonies.Site;
import org.suyuan.identity.Passkeys.Passkey;
import org.suyuan.identity.SessionLogins.Login;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: passkeys", description = "Passkeys (W3C Web Authentication)")
class PasskeyController {
    private static final int LABEL_LENGTH_MAX = 60;

    private final PasskeyCeremonies ceremonies;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Logins logins;
    private final SessionLogins sessions;
    private final RecentProof recentProof;
    private final MeViews views;
    private final PublicAddress address;
    private final AuditTrail audit;
    private final JsonMapper json;

    PasskeyController(
            PasskeyCeremonies ceremonies,
            Passkeys passkeys,
            Accounts accounts,
            Logins logins,
            SessionLogins sessions,
            RecentProof recentProof,
            MeViews views,
            PublicAddress address,
            AuditTrail audit,
            JsonMapper json) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.logins = logins;
        this.sessions = sessions;
        this.recentProof = recentProof;
        this.views = views;
        this.address = address;
        this.audit = audit;
        this.json = json;
    }

    @PostMapping("/session/passkey-challenges")
    @Operation(summary = "What to ask a passkey for a login with")
    LoginChallenge challenge(HttpServletRequest request) {
        Begun<PasskeyOptions.Login> begun = ceremonies.beginLogin(site(request), Source.of(request));
        return new LoginChallenge(begun.challenge().text(), begun.options());
    }

    @PostMapping(path = "/session/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in by passkey; no password, no code")
    Me logIn(
            @RequestBody Assertion assertion, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Account account = accounts.byId(ceremonies.login(
                        new OneTimeToken(assertion.challenge()), text(assertion.credential()), site(request)))
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(IdentityProblem.WRONG_PASSKEY, "credential"));
        return switch (logins.withPasskey(account, Source.of(request))) {
            case Logins.Outcome.Granted(Account granted, LoginSessions.Proof proof) ->
                views.of(sessions.standing(sessions.start(request, response, granted, proof)), locale);
            case Logins.Outcome.CodeNeeded(OneTimeToken code) -> throw new SecondFactorRequired(code);
            case Logins.Outcome.Refused() -> throw new Problem(IdentityProblem.WRONG_PASSKEY, "credential");
        };
    }

    @GetMapping("/me/passkeys")
    @Operation(summary = "Your passkeys")
    List<PasskeyView> own(HttpServletRequest request) {
        Account account = sessions.required(request).account();
        return passkeys.of(account.id()).stream().map(PasskeyView::of).toList();
    }

    @PostMapping("/me/passkeys/challenges")
    @Operation(summary = "What to make a passkey with")
    RegistrationChallenge begin(HttpServletRequest request) {
        Login login = recentProof.required(sessions.required(request));
        Begun<PasskeyOptions.Registration> begun =
                ceremonies.beginRegistration(login.account(), site(request), Source.of(request));
        return new RegistrationChallenge(begun.challenge().text(), begun.options());
    }

    @PostMapping(path = "/me/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Operation(summary = "Keep a passkey that was just made")
    PasskeyView register(Actor actor, @RequestBody NewPasskey made, HttpServletRequest request) {
        Login login = recentProof.required(sessions.required(request));
        String label = made.label().strip();
        if (label.isEmpty() || label.length() > LABEL_LENGTH_MAX) {
            throw InvalidInput.of(
                    "/label", made.label(), "passkey-label", "expected: 1 … " + LABEL_LENGTH_MAX + " characters");
        }
        Passkey passkey = ceremonies.register(
                login.account(), new OneTimeToken(made.challenge()), label, text(made.credential()), site(request));
        decided(actor, "identity.passkey.added", login.account(), label);
        return PasskeyView.of(passkey);
    }

    @DeleteMapping("/me/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Remove a passkey; it opens nothing any more")
    void remove(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Account account = recentProof.required(sessions.required(request)).account();
        String label = passkeys.remove(Ids.inPath(id), account.id())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "passkey " + id));
        decided(actor, "identity.passkey.removed", account, label);
    }

    private void decided(Actor actor, String action, Account account, String label) {
        audit.decided(actor, Deed.of(action, People.subject(account), Map.of("label", label)));
    }

    private Site site(HttpServletRequest request) {
        return new Site(address.host(request), address.of(request));
    }

    private String text(Map<String, Object> credential) {
        return json.writeValueAsString(credential);
    }

    record LoginChallenge(String challenge, PasskeyOptions.Login options) {}

    record RegistrationChallenge(String challenge, PasskeyOptions.Registration options) {}

    /** @param credential what the browser's {@code PublicKeyCredential.toJSON()} gives */
    record Assertion(String challenge, Map<String, Object> credential) {}

    /** @param label in your words, for example the device it is on */
    record NewPasskey(String challenge, String label, Map<String, Object> credential) {}

    /** @param backedUp whether it is kept in an account and lives on other devices too */
    record PasskeyView(
            String id,
            String label,
            boolean backedUp,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static PasskeyView of(Passkey passkey) {
            return new PasskeyView(
                    passkey.id().toString(),
                    passkey.label(),
                    passkey.backedUp(),
                    passkey.createdAt(),
                    passkey.lastUsedAt());
        }
    }
}
