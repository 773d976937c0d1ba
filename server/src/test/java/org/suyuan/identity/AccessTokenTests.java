package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
class AccessTokenTests {
    @LocalServerPort
    int port;

    @Value("${suyuan.home}")
    Path home;

    @Test
    void a_system_gets_a_token_with_the_scopes_it_asks_for_and_is_its_actor() {
        var client = createClient("codes:read", "trace:read", "epcis:read");

        var answer = token(client, "&scope=trace:read");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"scope\":\"trace:read\"", "\"expires_in\":", "\"token_type\":\"Bearer\"");
        // A known actor without the permission is 403; a stranger would be 401.
        var list = get("/api/identity/roles", accessToken(answer));
        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(list.body()).contains("ACCESS_ADMINISTER");
    }

    @Test
    void a_token_request_without_scopes_gets_all_of_the_client() {
        var client = createClient("codes:read", "trace:read");

        String claims = claims(accessToken(token(client, "")));

        assertThat(claims).contains("codes:read", "trace:read", "\"sub\":\"" + client.id() + "\"");
    }

    @Test
    void a_scope_the_client_does_not_have_is_refused() {
        var client = createClient("trace:read");

        var answer = token(client, "&scope=epcis:capture");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope");
    }

    @Test
    void a_wrong_secret_is_refused_in_the_words_of_rfc_6749() {
        var client = createClient("trace:read");

        var answer = token(new Credentials(client.id(), "wrong"), "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Basic realm=\"suyuan\"");
    }

    @Test
    void a_client_guessing_its_secret_has_to_wait() {
        var client = createClient("trace:read");
        var wrong = new Credentials(client.id(), "wrong");

        for (int i = 0; i < LoginGuard.NAME_FAILURES_MAX; i++) {
            assertThat(token(wrong, "").statusCode()).isEqualTo(401);
        }

        var answer = token(client, "");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0)).isPositive();
    }

    @Test
    void a_rotated_secret_replaces_the_old_one() {
        var client = createClient("trace:read");
        var rotated = SignedIn.administrator(port).post("/api/identity/clients/" + client.id() + "/secrets", "");
        String secret = rotated.body().replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");

        assertThat(token(client, "").statusCode()).isEqualTo(401);
        assertThat(token(new Credentials(client.id(), secret), "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_deactivated_client_is_out_at_once_token_or_not() {
        var client = createClient("trace:read");
        String token = accessToken(token(client, ""));

        SignedIn.administrator(port).post("/api/identity/clients/" + client.id() + "/deactivations", "");

        assertThat(get("/api/identity/people", token).statusCode()).isEqualTo(401);
        assertThat(token(client, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_forged_token_is_refused_as_a_problem() {
        String token = accessToken(token(createClient("trace:read"), ""));
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";

        var answer = get("/api/identity/people", forged);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("www-authenticate").orElse("")).contains("invalid_token");
    }

    @Test
    void a_client_is_bound_to_an_operator_by_its_name() {
        var client = createClient("trace:read");
        String operator = UUID.randomUUID().toString();

        var answer = SignedIn.administrator(port)
                .put(
                        "/api/identity/clients/" + client.id() + "/scope",
                        "{\"kind\": \"OPERATOR\", \"operator\": \"%s\"}".formatted(operator));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kind\":\"OPERATOR\"", operator);
    }

    @Test
    void the_signing_key_is_a_file_for_its_owner_alone() throws Exception {
        Path file = home.resolve("keys").resolve(SigningKey.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SignedIn.nobody(port).get("/oauth2/jwks").body())
                .contains("\"kty\":\"RSA\"")
                .doesNotContain("\"d\":");
    }

    private record Credentials(String id, String secret) {}

    private Credentials createClient(String... scopes) {
        String id = "test-" + UUID.randomUUID();
        var answer = SignedIn.administrator(port)
                .post("/api/identity/clients", """
                        {"clientId": "%s", "name": "Test", "apiScopes": ["%s"], "scope": {"kind": "EVERYTHING"}}
                        """.formatted(id, String.join("\", \"", scopes)));
        assertThat(answer.statusCode()).isEqualTo(201);
        return new Credentials(id, answer.body().replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1"));
    }

    private HttpResponse<String> token(Credentials client, String scope) {
        String basic = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        return SignedIn.nobody(port)
                .send(
                        "POST",
                        "/oauth2/token",
                        "grant_type=client_credentials" + scope,
                        Map.of(
                                "Authorization", "Basic " + basic,
                                "Content-Type", "application/x-www-form-urlencoded",
                                "X-Forwarded-For", "203.0.113.7"));
    }

    private HttpResponse<String> get(String path, String token) {
        return SignedIn.nobody(port).send("GET", path, "", Map.of("Authorization", "Bearer " + token));
    }

    private static String accessToken(HttpResponse<String> answer) {
        return answer.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
