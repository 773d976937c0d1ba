package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.identity.MovableDays.Days;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.registry.Operators;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** Systems are let in, change their secrets without a gap, and end. */
@PlatformTest
@Import(MovableDays.class)
class SystemsApiTests {
    @LocalServerPort
    int port;

    @Autowired
    Days days;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Operators operators;

    @Test
    void two_secrets_are_good_during_a_changeover_and_the_old_one_not_a_day_longer() {
        String client = client("{\"kind\": \"NOTHING\"}", "");
        String until = days.instant().plus(Duration.ofDays(3)).toString();
        String first = rotate(client, "");
        String second = rotate(client, "{\"overlapUntil\": \"" + until + "\"}");

        assertThat(token(client, first)).isEqualTo(200);
        assertThat(token(client, second)).isEqualTo(200);
        days.pass(3);
        assertThat(token(client, first)).isEqualTo(401);
        assertThat(token(client, second)).isEqualTo(200);
        assertThat(admin().get("/api/identity/clients/" + client).body())
                .contains("\"lastUsedAt\":")
                .doesNotContain("previousSecretUntil");
    }

    @Test
    void a_rotation_without_overlap_voids_the_old_secret_at_once_and_a_month_is_the_most() {
        String client = client("{\"kind\": \"NOTHING\"}", "");
        String first = rotate(client, "");
        rotate(client, "");
        assertThat(token(client, first)).isEqualTo(401);

        String late = days.instant().plus(Duration.ofDays(31)).toString();
        assertThat(admin().post("/api/identity/clients/" + client + "/secrets", "{\"overlapUntil\": \"" + late + "\"}")
                        .body())
                .contains("\"rule\":\"overlap\"");
    }

    @Test
    void an_expired_client_gets_no_token() {
        String ends = days.instant().plus(Duration.ofDays(1)).toString();
        String client = client("{\"kind\": \"NOTHING\"}", ", \"expiresAt\": \"" + ends + "\"");
        String secret = rotate(client, "");
        assertThat(token(client, secret)).isEqualTo(200);

        days.pass(1);

        assertThat(token(client, secret)).isEqualTo(401);
        assertThat(admin().get("/api/identity/clients?status=EXPIRED&q=" + client)
                        .body())
                .contains(client);
        assertThat(admin().get("/api/identity/clients?status=ACTIVE&q=" + client)
                        .body())
                .doesNotContain(client);
    }

    @Test
    void a_client_is_bound_to_something_that_is_there() {
        String nowhere = UUID.randomUUID().toString();
        for (String scope : new String[] {
            "{\"kind\": \"OPERATOR\", \"operator\": \"" + nowhere + "\"}",
            "{\"kind\": \"ORGANISATION\", \"organisation\": \"" + nowhere + "\"}",
            "{\"kind\": \"REGION\", \"region\": \"/35/9999/\"}"
        }) {
            assertThat(create("c-" + nowhere.substring(0, 8), scope, "").statusCode())
                    .as(scope)
                    .isEqualTo(422);
        }
        var bureaux = new Bureaux(register, operators);
        String operator = bureaux.operator("350211").toString();
        String client = client("{\"kind\": \"OPERATOR\", \"operator\": \"" + operator + "\"}", "");

        assertThat(admin().get("/api/identity/clients?operator=" + operator).body())
                .contains(client);
        assertThat(admin().put(
                                "/api/identity/clients/" + client + "/scope",
                                "{\"kind\": \"REGION\", \"region\": \"/35/3502/\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private SignedIn admin() {
        return SignedIn.administrator(port);
    }

    private String client(String scope, String more) {
        String id = "c-" + UUID.randomUUID().toString().substring(0, 8);
        var created = create(id, scope, more);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return id;
    }

    private HttpResponse<String> create(String id, String scope, String more) {
        return admin().post("/api/identity/clients", """
                {"clientId": "%s", "name": "trial", "apiScopes": ["trace:read"], "scope": %s%s}
                """.formatted(id, scope, more));
    }

    private String rotate(String client, String body) {
        var rotated = admin().post("/api/identity/clients/" + client + "/secrets", body);
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);
        return rotated.body().replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
    }

    private int token(String client, String secret) {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        return SignedIn.nobody(port)
                .send("POST", "/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .statusCode();
    }
}
