package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.identity.SessionLogins.Login;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: second factor", description = "Authenticator app (RFC 6238) and recovery codes")
class SecondFactorController {
    private final SecondFactors secondFactors;
    private final SessionLogins sessions;
    private final RecentProof recentProof;
    private final Accounts accounts;

    SecondFactorController(
            SecondFactors secondFactors, SessionLogins sessions, RecentProof recentProof, Accounts accounts) {
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.recentProof = recentProof;
        this.accounts = accounts;
    }

    @GetMapping("/me/totp")
    @Operation(summary = "Whether you have an authenticator app, and how many recovery codes are left")
    State state(HttpServletRequest request) {
        Account account = sessions.required(request).account();
        return new State(secondFactors.isEnrolled(account), secondFactors.recoveryCodesLeft(account));
    }

    @PostMapping("/me/totp")
    @Operation(summary = "Start with an authenticator app: the secret, also as a picture to scan")
    Enrolment start(HttpServletRequest request) {
        Account account = recentProof.required(sessions.required(request)).account();
        return Enrolment.of(account, secondFactors.start(account));
    }

    @PostMapping(path = "/me/totp/confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show that the app counts right; from now on its code is asked for")
    Codes confirm(Actor actor, @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        Login login = sessions.required(request);
        List<String> codes =
                secondFactors.confirm(actor, login.account(), login.session().id(), code.code());
        sessions.renew(request, response);
        return new Codes(codes);
    }

    @PostMapping("/me/totp/recovery-codes")
    @Operation(summary = "Fresh recovery codes; the old ones are worth nothing any more")
    Codes replaceRecoveryCodes(Actor actor, HttpServletRequest request) {
        Login login = recentProof.required(sessions.required(request));
        return new Codes(secondFactors.replaceRecoveryCodes(actor, login.account()));
    }

    @PostMapping(path = "/me/totp/removals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do without the app; takes password and code")
    void remove(Actor actor, @RequestBody Removal removal, HttpServletRequest request) {
        Account account = sessions.required(request).account();
        secondFactors.remove(actor, account, removal.password(), removal.code(), Source.of(request));
    }

    @PostMapping(path = "/people/{id}/second-factor-resets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "For somebody who lost phone and recovery codes; his sessions end")
    void reset(Actor actor, @PathVariable String id, @RequestBody Reason reason) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Account account = accounts.byId(Ids.person(id))
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "active person " + id));
        secondFactors.reset(actor, account, reason.reason());
    }

    record State(boolean enrolled, int recoveryCodesLeft) {}

    /**
     * @param secret in base32, to be typed where nothing can be scanned
     * @param uri what the picture says
     * @param picture QR code as a data URI
     */
    record Enrolment(String secret, String uri, String picture) {
        static Enrolment of(Account account, byte[] secret) {
            String uri = OtpauthUri.of(account.username(), secret);
            return new Enrolment(Totp.base32(secret), uri, QrPicture.of(uri));
        }
    }

    record Code(String code) {}

    /** @param recoveryCodes shown this once */
    record Codes(List<String> recoveryCodes) {}

    record Removal(String password, String code) {}

    record Reason(String reason) {}
}
