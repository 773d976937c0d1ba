package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
class SessionTests {
    @LocalServerPort
    int port;

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
        String name = "officer-" + UUID.randomUUID().toString().substring(0, 8);
        var created = admin.post("/api/identity/users", """
                {"username": "%s", "displayName": "林晓", "role": "officer",
                 "scope": {"kind": "REGION", "region": "/35/3502/"}}
                """.formatted(name));
        assertThat(created.statusCode()).isEqualTo(201);
        String oneTime = created.body().replaceFirst(".*\"oneTimePassword\":\"([^\"]+)\".*", "$1");

        var officer = SignedIn.as(port, name, oneTime);
        assertThat(officer.get("/api/identity/session").body())
                .contains("\"passwordChangeRequired\":true", "\"permissions\":[]", "\"kind\":\"NOTHING\"");
        var elsewhere = SignedIn.as(port, name, oneTime);
        var change = "{\"currentPassword\": \"%s\", \"newPassword\": \"a bridge over calm water\"}".formatted(oneTime);
        assertThat(officer.put("/api/identity/me/password", change).statusCode())
                .isEqualTo(204);

        assertThat(officer.get("/api/identity/session").body())
                .contains("\"passwordChangeRequired\":false", "\"TRACE_READ\"", "\"region\":\"/35/3502/\"");
        assertThat(elsewhere.get("/api/identity/session").statusCode())
                .as("the other session ended with the old password")
                .isEqualTo(401);
        assertThat(officer.get("/api/identity/users").statusCode()).isEqualTo(403);
    }

    @Test
    void the_api_description_lists_what_callers_send_and_not_who_they_are() {
        String description = SignedIn.administrator(port).get("/openapi").body();

        assertThat(description)
                .contains("\"required\":[\"displayName\",\"role\",\"scope\",\"username\"]")
                .contains("\"name\":\"limit\"", "\"name\":\"cursor\"", "\"name\":\"count\"")
                .doesNotContain("schemas/Actor\"", "\"name\":\"ifMatch\"", "\"name\":\"page\"");
    }

    @Test
    void a_deactivated_person_is_out_at_once() {
        var admin = SignedIn.administrator(port);
        String name = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
        var created = admin.post("/api/identity/users", """
                {"username": "%s", "displayName": "陈平", "role": "officer", "scope": {"kind": "EVERYTHING"},
                 "password": "a bridge over calm water"}
                """.formatted(name));
        String location = created.headers().firstValue("location").orElseThrow();
        var leaver = SignedIn.as(port, name, "a bridge over calm water");

        assertThat(admin.post(location + "/deactivations", "").statusCode()).isEqualTo(204);

        assertThat(leaver.get("/api/identity/session").statusCode()).isEqualTo(401);
        assertThat(SignedIn.nobody(port).logIn(name, "a bridge over calm water").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_bad_new_user_names_the_field_and_never_repeats_the_password() {
        var answer = SignedIn.administrator(port).post("/api/identity/users", """
                        {"username": "newcomer", "displayName": "X", "role": "officer",
                         "scope": {"kind": "EVERYTHING"}, "password": "password1234"}
                        """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"pointer\":\"/password\"", "\"rule\":\"password-common\"")
                .doesNotContain("password1234");
    }

    private HttpResponse<String> logIn(String name, String password, Map<String, String> headers) {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
        return SignedIn.nobody(port).send("POST", "/api/identity/session", body, headers);
    }

    private static String withoutRequestId(String body) {
        return body.replaceAll("\"requestId\":\"[^\"]+\"", "");
    }
}
