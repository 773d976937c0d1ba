package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
class SessionTests {
    /** Sees the whole platform, since the platform's own body does. */
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

    @Test
    void a_person_logs_in_sees_who_he_is_and_logs_out() {
        var admin = SignedIn.administrator(port);

        assertThat(admin.get("/api/identity/session").body())
                .contains(
                        "\"username\":\"admin\"",
                        "\"ACCESS_ADMINISTER\"",
                        "\"kind\":\"EVERYTHING\"",
                        "\"locale\":\"en\"");
        assertThat(admin.delete("/api/identity/session").statusCode()).isEqualTo(204);
        assertThat(admin.get("/api/identity/session").statusCode()).isEqualTo(401);
    }

    @Test
    void the_session_cookie_is_hidden_from_scripts_and_other_sites() {
        var answer = SignedIn.nobody(port).logIn("admin", SignedIn.ADMIN_PASSWORD);

        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("suyuan-session=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void over_https_the_cookies_never_travel_in_clear() {
        var body = "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(SignedIn.ADMIN_PASSWORD);
        var answer =
                SignedIn.nobody(port).send("POST", "/api/identity/session", body, Map.of("X-Forwarded-Proto", "https"));

        assertThat(answer.headers().allValues("set-cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        var from = Map.of("X-Forwarded-For", "203.0.113.1");
        var wrong = logIn("admin", "not the password", from);
        var unknown = logIn("nobody-" + UUID.randomUUID(), "not the password", from);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(withoutRequestId(wrong.body())).isEqualTo(withoutRequestId(unknown.body()));
        assertThat(wrong.body()).contains("\"type\":\"/problems/wrong-credentials\"", "Wrong username or password");
    }

    @Test
    void a_session_of_before_the_login_is_worth_nothing_after_it() {
        var person = SignedIn.administrator(port);
        String before = person.cookie("suyuan-session").orElseThrow();
        person.logIn("admin", SignedIn.ADMIN_PASSWORD);

        assertThat(person.cookie("suyuan-session")).isPresent().get().isNotEqualTo(before);
        var thief = SignedIn.nobody(port);
        var answer = thief.send("GET", "/api/identity/session", "", Map.of("Cookie", "suyuan-session=" + before));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_write_without_the_csrf_token_is_refused() {
        var admin = SignedIn.administrator(port);

        var answer = admin.send("DELETE", "/api/identity/session", "", Map.of("X-XSRF-TOKEN", "forged"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/csrf-token");
        assertThat(admin.get("/api/identity/session").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_cannot_log_anybody_in() {
        var answer = SignedIn.nobody(port)
                .send(
                        "POST",
                        "/api/identity/session",
                        "username=admin&password=x",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void a_one_time_password_is_good_for_choosing_an_own_one_only() {
        var admin = SignedIn.administrator(port);
        var reviewer = newcomers().join(admin, "林晓", POST);
        assertThat(reviewer.browser().get("/api/identity/session").body())
                .contains("\"DEADLINES_READ\"", "\"capacity\":{\"post\"");
        var reset = admin.post("/api/identity/people/" + reviewer.id() + "/passwords", "");
        String oneTime = reset.body().replaceFirst(".*\"oneTimePassword\":\"([^\"]+)\".*", "$1");
        assertThat(reviewer.browser().get("/api/identity/session").statusCode())
                .as("the session ended with the old password")
                .isEqualTo(401);

        var officer = SignedIn.as(port, reviewer.username(), oneTime);
        assertThat(officer.get("/api/identity/session").body())
                .contains("\"mustDo\":\"CHANGE_PASSWORD\"", "\"permissions\":[]", "\"kind\":\"NOTHING\"");
        var elsewhere = SignedIn.as(port, reviewer.username(), oneTime);
        var change = "{\"currentPassword\": \"%s\", \"newPassword\": \"a lantern over calm water\"}".formatted(oneTime);
        assertThat(officer.put("/api/identity/me/password", change).statusCode())
                .isEqualTo(204);

        assertThat(officer.get("/api/identity/session").body())
                .doesNotContain("mustDo")
                .contains("\"DEADLINES_READ\"", "\"kind\":\"EVERYTHING\"");
        assertThat(elsewhere.get("/api/identity/session").statusCode())
                .as("the other session ended with the old password")
                .isEqualTo(401);
        assertThat(officer.get("/api/identity/roles").statusCode()).isEqualTo(403);
    }

    @Test
    void the_api_description_lists_what_callers_send_and_not_who_they_are() {
        String description = SignedIn.administrator(port).get("/openapi").body();

        assertThat(description)
                .contains("\"required\":[\"name\",\"username\"]")
                .contains("\"name\":\"limit\"", "\"name\":\"cursor\"", "\"name\":\"count\"")
                .doesNotContain("schemas/Actor\"", "\"name\":\"ifMatch\"", "schemas/PageRequest\"");
    }

    @Test
    void a_deactivated_person_is_out_at_once() {
        var admin = SignedIn.administrator(port);
        var leaver = newcomers().join(admin, "陈平", POST);

        var answer = admin.post("/api/identity/people/" + leaver.id() + "/deactivations", "{\"reason\": \"退休\"}");
        assertThat(answer.statusCode()).isEqualTo(204);

        assertThat(leaver.browser().get("/api/identity/session").statusCode()).isEqualTo(401);
        assertThat(SignedIn.nobody(port)
                        .logIn(leaver.username(), Newcomers.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
    }

    private Newcomers newcomers() {
        return new Newcomers(port, invitations, accounts, passwords);
    }

    private HttpResponse<String> logIn(String name, String password, Map<String, String> headers) {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
        return SignedIn.nobody(port).send("POST", "/api/identity/session", body, headers);
    }

    private static String withoutRequestId(String body) {
        return body.replaceAll("\"requestId\":\"[^\"]+\"", "");
    }
}
