package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.identity.Newcomers.first;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** From the invitation to the second factor, and how a session ends. Everything over HTTP, as a browser does it. */
@PlatformTest(properties = "suyuan.test.own-application=login-flow")
class LoginFlowTest {
    private static final String PASSWORD = "a bridge over calm water";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"person\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("\"recoveryCodes\":\\[\"([^\"]+)\",\"([^\"]+)\"");

    @LocalServerPort
    int port;

    private record Invited(String id, String username, String token) {}

    @Test
    void an_invited_auditor_chooses_a_password_enrols_an_app_and_only_then_may_do_something() {
        Invited invited = invite("auditor");
        var browser = SignedIn.nobody(port);
        assertThat(browser.get("/api/identity/invitations/" + invited.token()).body())
                .contains("\"username\":\"" + invited.username() + "\"", "\"title\":\"试用岗\"");

        var accepted = accept(browser, invited.token());
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).contains("\"mustDo\":\"ENROL_TOTP\"", "\"permissions\":[]");
        assertThat(browser.get("/api/audit/entries").statusCode()).isEqualTo(403);

        enrol(browser);

        assertThat(browser.get("/api/identity/session").body())
                .contains("\"AUDIT_READ\"")
                .doesNotContain("mustDo");
        assertThat(browser.get("/api/audit/entries").statusCode()).isEqualTo(200);
        assertThat(accept(SignedIn.nobody(port), invited.token()).statusCode())
                .as("the link was good once")
                .isEqualTo(404);
    }

    @Test
    void a_link_that_nobody_issued_and_a_weak_password_are_refused_and_the_link_stays_good() {
        Invited invited = invite("state-officer");
        var browser = SignedIn.nobody(port);

        assertThat(browser.get("/api/identity/invitations/" + "x".repeat(43)).body())
                .contains("/problems/invitation-over");
        var weak = browser.post("/api/identity/invitations/" + invited.token(), "{\"password\": \"password1234\"}");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("password-common").doesNotContain("password1234");
        assertThat(accept(browser, invited.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void with_an_app_the_password_alone_opens_nothing() {
        Person lin = officerWithApp();
        var browser = SignedIn.nobody(port);

        var half = browser.logIn(lin.username(), PASSWORD);
        assertThat(half.statusCode()).isEqualTo(401);
        assertThat(half.body()).contains("/problems/second-factor-required");
        assertThat(browser.cookie("suyuan-session")).isEmpty();
        String challenge = first(CHALLENGE, half.body());

        assertThat(second(browser, challenge, "000000").body()).contains("/problems/wrong-code");
        assertThat(second(browser, challenge, lin.code(0)).body())
                .as("the code that enrolled the app is used up")
                .contains("/problems/wrong-code");
        assertThat(second(browser, challenge, lin.code(1)).statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/identity/session").statusCode()).isEqualTo(200);
        assertThat(second(SignedIn.nobody(port), challenge, lin.recovery()).body())
                .as("the challenge was good once")
                .contains("/problems/login-step-over");
    }

    @Test
    void a_recovery_code_stands_in_for_the_phone_once() {
        Person lin = officerWithApp();

        assertThat(secondLogin(lin, lin.recovery()).statusCode()).isEqualTo(200);
        assertThat(secondLogin(lin, lin.recovery()).statusCode()).isEqualTo(401);
    }

    @Test
    void codes_are_guessed_no_longer_than_passwords() {
        Person lin = officerWithApp();
        var browser = SignedIn.nobody(port);
        var from = Map.of("X-Forwarded-For", "203.0.113.77");
        String login = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(lin.username(), PASSWORD);
        String challenge = first(
                CHALLENGE,
                browser.send("POST", "/api/identity/session", login, from).body());

        int waits = 0;
        for (int i = 0; i < LoginGuard.NAME_FAILURES_MAX; i++) {
            String guess = "{\"challenge\": \"%s\", \"code\": \"11111%d\"}".formatted(challenge, i);
            waits += browser.send("POST", "/api/identity/session/second-factor", guess, from)
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }
        var locked = browser.send("POST", "/api/identity/session", login, from);

        assertThat(waits).isEqualTo(1);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("retry-after")).isPresent();

        var admin = SignedIn.administrator(port);
        String lockouts = admin.get("/api/identity/lockouts").body();
        assertThat(lockouts).contains("\"name\":\"" + lin.username() + "\"");
        String id = first(
                Pattern.compile("\"id\":\"([^\"]+)\",\"kind\":\"PERSON\",\"name\":\"" + lin.username()), lockouts);
        assertThat(admin.post("/api/identity/lockouts/" + id + "/releases", "").statusCode())
                .isEqualTo(204);
        assertThat(browser.send("POST", "/api/identity/session", login, from).statusCode())
                .isEqualTo(401);
        assertThat(lin.browser().get("/api/identity/me/login-attempts").body())
                .contains("\"method\":\"CODE\"", "\"result\":\"REFUSED\"", "203.0.113.77");
    }

    @Test
    void a_revoked_session_is_over_at_its_next_request() {
        Person lin = officer();
        var here = lin.browser();
        var elsewhere = SignedIn.as(port, lin.username(), PASSWORD);
        String sessions = here.get("/api/identity/sessions").body();
        assertThat(sessions).contains("\"current\":true", "\"current\":false", "\"endsAt\"", "\"method\":\"PASSWORD\"");
        String other = sessions.replaceFirst(".*\\{\"id\":\"([^\"]+)\"[^{]*\"current\":false}.*", "$1");

        assertThat(here.post("/api/identity/sessions/" + other + "/revocations", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(elsewhere.get("/api/identity/session").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/identity/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_ends_the_session_of_another_except_who_administers_access() {
        Person lin = officer();
        Person chen = officer();
        String lins = first(SESSION, lin.browser().get("/api/identity/sessions").body());

        var tried = chen.browser().post("/api/identity/sessions/" + lins + "/revocations", "");
        assertThat(tried.statusCode()).isEqualTo(404);
        assertThat(chen.browser()
                        .get("/api/identity/people/" + lin.id() + "/sessions")
                        .statusCode())
                .isEqualTo(403);
        assertThat(lin.browser().get("/api/identity/session").statusCode()).isEqualTo(200);

        var admin = SignedIn.administrator(port);
        assertThat(admin.get("/api/identity/people/" + lin.id() + "/sessions").body())
                .contains(lins);
        assertThat(admin.post("/api/identity/people/" + lin.id() + "/sessions/revocations", "")
                        .body())
                .contains("\"ended\":2");
        assertThat(lin.browser().get("/api/identity/session").statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_renews_this_one() {
        Person lin = officer();
        var elsewhere = SignedIn.as(port, lin.username(), PASSWORD);
        String before = lin.browser().cookie("suyuan-session").orElseThrow();

        var change =
                "{\"currentPassword\": \"%s\", \"newPassword\": \"a lantern over calm water\"}".formatted(PASSWORD);
        assertThat(lin.browser().put("/api/identity/me/password", change).statusCode())
                .isEqualTo(204);

        assertThat(lin.browser().get("/api/identity/session").statusCode()).isEqualTo(200);
        assertThat(lin.browser().cookie("suyuan-session").orElseThrow()).isNotEqualTo(before);
        assertThat(elsewhere.get("/api/identity/session").statusCode()).isEqualTo(401);
    }

    @Test
    void the_app_is_given_up_with_password_and_code_only() {
        Person lin = officerWithApp();

        assertThat(remove(lin, "not the password", lin.code(1)).statusCode()).isEqualTo(401);
        assertThat(remove(lin, PASSWORD, "000000").statusCode()).isEqualTo(401);
        assertThat(lin.browser().get("/api/identity/me/totp").body()).contains("\"enrolled\":true");
        assertThat(remove(lin, PASSWORD, lin.recovery()).statusCode()).isEqualTo(204);
        assertThat(SignedIn.nobody(port).logIn(lin.username(), PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_lost_phone_and_paper_is_helped_by_an_administrator_and_nobody_else() {
        Person lin = officerWithApp();
        Person chen = officer();
        String path = "/api/identity/people/" + lin.id() + "/second-factor-resets";

        assertThat(chen.browser().post(path, "{\"reason\": \"手机丢失\"}").statusCode())
                .isEqualTo(403);
        assertThat(SignedIn.administrator(port)
                        .post(path, "{\"reason\": \"手机丢失\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(lin.browser().get("/api/identity/session").statusCode())
                .as("sessions end")
                .isEqualTo(401);
        assertThat(SignedIn.nobody(port).logIn(lin.username(), PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void enrolling_ends_the_sessions_that_were_begun_without_it() {
        Person lin = officer();
        var elsewhere = SignedIn.as(port, lin.username(), PASSWORD);

        enrol(lin.browser());

        assertThat(elsewhere.get("/api/identity/session").statusCode()).isEqualTo(401);
    }

    @Test
    void the_picture_holds_what_an_app_needs() {
        Person lin = officer();

        var enrolment = lin.browser().post("/api/identity/me/totp", "");

        assertThat(enrolment.body())
                .contains("otpauth://totp/Suyuan:" + lin.username() + "?secret=", "data:image/svg+xml;base64,");
    }

    @Test
    void proving_again_takes_the_password() {
        Person lin = officer();

        assertThat(lin.browser()
                        .post("/api/identity/session/proofs", "{\"password\": \"wrong one, sorry\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(lin.browser()
                        .post("/api/identity/session/proofs", "{\"password\": \"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    /** @param secret of the app, in base32; empty without one */
    private record Person(String id, String username, SignedIn browser, String secret, String recovery) {
        String code(int stepsAhead) {
            return Totp.code(unbase32(secret), Totp.stepAt(Instant.now()) + stepsAhead, Totp.DIGITS);
        }
    }

    private Invited invite(String role) {
        String username = "p-" + UUID.randomUUID().toString().substring(0, 13);
        var answer = SignedIn.administrator(port)
                .post("/api/identity/people", """
                {"username": "%s", "name": "林晓",
                 "post": {"organisation": "%s", "title": "试用岗", "role": "%s"}}
                """.formatted(username, FirstAccounts.PLATFORM, role));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Invited(first(ID, answer.body()), username, first(TOKEN, answer.body()));
    }

    private Person officer() {
        Invited invited = invite("state-officer");
        accept(SignedIn.nobody(port), invited.token());
        return new Person(invited.id(), invited.username(), SignedIn.as(port, invited.username(), PASSWORD), "", "");
    }

    private Person officerWithApp() {
        Person officer = officer();
        String[] app = enrol(officer.browser());
        return new Person(officer.id(), officer.username(), officer.browser(), app[0], app[1]);
    }

    /** Secret and first recovery code. */
    private String[] enrol(SignedIn browser) {
        String secret = first(SECRET, browser.post("/api/identity/me/totp", "").body());
        String code = Totp.code(unbase32(secret), Totp.stepAt(Instant.now()), Totp.DIGITS);
        var confirmed = browser.post("/api/identity/me/totp/confirmations", "{\"code\": \"" + code + "\"}");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        return new String[] {secret, first(RECOVERY, confirmed.body())};
    }

    private HttpResponse<String> accept(SignedIn browser, String token) {
        return browser.post("/api/identity/invitations/" + token, "{\"password\": \"" + PASSWORD + "\"}");
    }

    private HttpResponse<String> secondLogin(Person person, String code) {
        var browser = SignedIn.nobody(port);
        String challenge =
                first(CHALLENGE, browser.logIn(person.username(), PASSWORD).body());
        return second(browser, challenge, code);
    }

    private HttpResponse<String> second(SignedIn browser, String challenge, String code) {
        return browser.post(
                "/api/identity/session/second-factor",
                "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(challenge, code));
    }

    private HttpResponse<String> remove(Person person, String password, String code) {
        return person.browser()
                .post(
                        "/api/identity/me/totp/removals",
                        "{\"password\": \"%s\", \"code\": \"%s\"}".formatted(password, code));
    }

    static byte[] unbase32(String text) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
