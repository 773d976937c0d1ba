package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.identity.Newcomers.first;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** Passkeys over HTTP, with an authenticator in software; a browser's is in the browser tests. */
@PlatformTest
class PasskeyTest {
    private static final Pattern STEP = Pattern.compile("^\\{\"challenge\":\"([^\"]+)\"");
    private static final Pattern CHALLENGE = Pattern.compile("\"options\":\\{.*\"challenge\":\"([^\"]+)\"");
    private static final Pattern HANDLE = Pattern.compile("\"user\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern PASSKEY = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String POST = """
            {"organisation": "%s", "title": "监管岗", "role": "state-officer"}
            """.formatted(FirstAccounts.PLATFORM);

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    private Newcomers.Newcomer lin;
    private SoftPasskey passkey;
    private String handle = "";

    @BeforeEach
    void lin_has_a_phone() {
        lin = new Newcomers(port, invitations, accounts, passwords).join(SignedIn.administrator(port), "林晓", POST);
        passkey = new SoftPasskey("http://localhost:" + port);
    }

    @Test
    void a_passkey_logs_in_without_password_and_code() {
        assertThat(register().statusCode()).isEqualTo(201);
        var browser = SignedIn.nobody(port);

        var entered = logIn(browser);

        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(entered.body()).contains("\"username\":\"" + lin.username() + "\"");
        assertThat(browser.get("/api/identity/sessions").body())
                .contains("\"method\":\"PASSKEY\",\"secondFactor\":true");
        assertThat(browser.get("/api/identity/me/passkeys").body()).contains("\"label\":\"手机\"", "lastUsedAt");
    }

    @Test
    void the_answer_to_a_challenge_is_good_once() {
        register();
        var browser = SignedIn.nobody(port);
        String begun =
                browser.post("/api/identity/session/passkey-challenges", "").body();
        String answer = answer(begun, passkey.get(first(CHALLENGE, begun), handle));

        assertThat(browser.post("/api/identity/session/passkey", answer).statusCode())
                .isEqualTo(200);
        assertThat(SignedIn.nobody(port)
                        .post("/api/identity/session/passkey", answer)
                        .body())
                .contains("/problems/login-step-over");
    }

    @Test
    void an_answer_for_another_site_opens_nothing() {
        register();

        passkey.origin = "https://evil.example";
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);
        passkey.origin = "http://localhost:" + port;
        passkey.host = "evil.example";
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_passkey_that_did_not_check_its_owner_opens_nothing() {
        register();
        passkey.verifiesOwner = false;

        assertThat(logIn(SignedIn.nobody(port)).body()).contains("/problems/wrong-passkey");
    }

    @Test
    void a_copy_of_a_passkey_is_noticed_by_its_count() {
        passkey.count = 5;
        register();
        passkey.count = 6;
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(200);

        passkey.count = 6;
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_passkey_in_the_name_of_another_person_opens_nothing() {
        register();
        handle = "AAAAAAAAAAAAAAAAAAAAAA";

        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_stranger_and_nonsense_open_nothing() {
        register();
        passkey = new SoftPasskey("http://localhost:" + port);
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);

        var browser = SignedIn.nobody(port);
        String begun =
                browser.post("/api/identity/session/passkey-challenges", "").body();
        assertThat(browser.post("/api/identity/session/passkey", answer(begun, "{\"id\": \"x\"}"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_removed_passkey_opens_nothing_and_nobody_removes_a_strangers() {
        register();
        String id =
                first(PASSKEY, lin.browser().get("/api/identity/me/passkeys").body());

        assertThat(SignedIn.administrator(port)
                        .delete("/api/identity/me/passkeys/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(lin.browser().delete("/api/identity/me/passkeys/" + id).statusCode())
                .isEqualTo(204);
        assertThat(logIn(SignedIn.nobody(port)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_passkey_is_registered_once_and_asks_for_its_owner() {
        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(register().body()).contains("/problems/passkey-exists");

        passkey = new SoftPasskey("http://localhost:" + port);
        passkey.verifiesOwner = false;
        assertThat(register().body()).contains("/problems/wrong-passkey");
    }

    private HttpResponse<String> register() {
        String begun =
                lin.browser().post("/api/identity/me/passkeys/challenges", "").body();
        handle = first(HANDLE, begun);
        String body = """
                {"challenge": "%s", "label": "手机", "credential": %s}
                """.formatted(first(STEP, begun), passkey.create(first(CHALLENGE, begun)));
        return lin.browser().post("/api/identity/me/passkeys", body);
    }

    private HttpResponse<String> logIn(SignedIn browser) {
        String begun =
                browser.post("/api/identity/session/passkey-challenges", "").body();
        return browser.post(
                "/api/identity/session/passkey", answer(begun, passkey.get(first(CHALLENGE, begun), handle)));
    }

    private static String answer(String begun, String credential) {
        return "{\"challenge\": \"%s\", \"credential\": %s}".formatted(first(STEP, begun), credential);
    }
}
