package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.identity.Newcomers.first;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suyuan.testing.ChildJvm;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import org.suyuan.testing.provider.TestProvider;

/** Logging in through a provider that is another process, with real HTTP and real redirects. */
@PlatformTest
class ProviderLoginTest {
    private static final Pattern ID = Pattern.compile("\"person\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");

    private static final ChildJvm PROVIDER = provider();
    private static final String ISSUER = said(PROVIDER);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void oneProvider(DynamicPropertyRegistry properties) {
        properties.add("suyuan.oidc.providers[0].id", () -> "test");
        properties.add("suyuan.oidc.providers[0].name", () -> "统一身份认证");
        properties.add("suyuan.oidc.providers[0].issuer", () -> ISSUER);
        properties.add("suyuan.oidc.providers[0].client-id", () -> TestProvider.CLIENT_ID);
        properties.add("suyuan.oidc.providers[0].client-secret", () -> TestProvider.CLIENT_SECRET);
        properties.add("suyuan.oidc.providers[0].second-factor", () -> "false");
        // One that nobody runs.
        properties.add("suyuan.oidc.providers[1].id", () -> "down");
        properties.add("suyuan.oidc.providers[1].name", () -> "down");
        properties.add("suyuan.oidc.providers[1].issuer", () -> "http://127.0.0.1:1");
        properties.add("suyuan.oidc.providers[1].client-id", () -> "x");
        properties.add("suyuan.oidc.providers[1].client-secret", () -> "x");
        properties.add("suyuan.oidc.providers[1].second-factor", () -> "false");
    }

    @AfterAll
    static void stopProvider() {
        PROVIDER.close();
    }

    @Test
    void a_person_is_known_by_the_address_that_the_provider_verified_and_from_then_on_by_the_subject() {
        String name = name("");
        String id = invite(name, TestProvider.emailOf(name));
        var browser = SignedIn.nobody(port);

        var back = throughProvider(browser, "/registry/products", name);

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("location")).hasValue("/console/registry/products");
        assertThat(browser.get("/api/identity/session").body()).contains("\"id\":\"" + id + "\"");
        assertThat(SignedIn.administrator(port)
                        .get("/api/identity/people/" + id + "/external-logins")
                        .body())
                .contains("\"provider\":\"test\"", "\"subject\":\"" + name + "\"", "\"registered\":false");
        assertThat(SignedIn.nobody(port).get("/api/identity/oidc/providers").body())
                .contains("{\"id\":\"test\",\"name\":\"统一身份认证\"}");
    }

    @Test
    void a_person_is_known_by_the_subject_that_an_administrator_entered() {
        String name = name("");
        String id = invite("p-" + name, null);
        var admin = SignedIn.administrator(port);
        String path = "/api/identity/people/" + id + "/external-logins";
        String body = "{\"provider\": \"test\", \"subject\": \"%s\"}".formatted(name);
        assertThat(admin.post(path, body).statusCode()).isEqualTo(201);
        assertThat(admin.post(path, body).statusCode()).as("once").isEqualTo(409);

        var browser = SignedIn.nobody(port);
        throughProvider(browser, "/", name);

        assertThat(browser.get("/api/identity/session").body()).contains("\"id\":\"" + id + "\"");
        assertThat(browser.get("/api/identity/sessions").body()).contains("\"method\":\"PROVIDER\"");
    }

    @Test
    void a_provider_never_makes_people() {
        var browser = SignedIn.nobody(port);

        var back = throughProvider(browser, "/", name(""));

        assertThat(back.headers().firstValue("location")).hasValue("/console/login#problem=provider-unknown");
        assertThat(browser.get("/api/identity/session").statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_that_nobody_verified_says_nothing() {
        String name = name(TestProvider.UNVERIFIED);
        invite("p-" + name.substring(name.length() - 8), TestProvider.emailOf(name));

        assertThat(throughProvider(SignedIn.nobody(port), "/", name).headers().firstValue("location"))
                .hasValue("/console/login#problem=provider-unknown");
    }

    @Test
    void an_id_token_with_another_nonce_issuer_or_audience_is_refused() {
        for (String wrong :
                new String[] {TestProvider.WRONG_NONCE, TestProvider.WRONG_ISSUER, TestProvider.WRONG_AUDIENCE}) {
            String name = name(wrong);
            invite("p-" + UUID.randomUUID().toString().substring(0, 8), TestProvider.emailOf(name));
            var browser = SignedIn.nobody(port);

            assertThat(throughProvider(browser, "/", name).headers().firstValue("location"))
                    .as(wrong)
                    .hasValue("/console/login#problem=provider-refused");
            assertThat(browser.get("/api/identity/session").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_answer_with_another_state_another_browser_or_a_second_time_is_refused() {
        String name = name("");
        invite(name, TestProvider.emailOf(name));
        var browser = SignedIn.nobody(port);
        String callback = callback(browser, "/", name);

        assertRefused(browser.get(callback.replaceFirst("state=[^&]+", "state=forged")));
        assertRefused(SignedIn.nobody(port).get(callback));
        assertRefused(browser.get(callback));

        String fresh = callback(browser, "/", name);
        assertThat(browser.get(fresh).headers().firstValue("location")).hasValue("/console/");
        assertRefused(browser.get(fresh));
    }

    @Test
    void an_answer_in_the_name_of_another_issuer_is_refused() {
        String name = name("");
        invite(name, TestProvider.emailOf(name));
        var browser = SignedIn.nobody(port);

        assertRefused(browser.get(callback(browser, "/", name).replaceAll("&iss=[^&]+", "") + "&iss="
                + URLEncoder.encode("http://127.0.0.1:2", StandardCharsets.UTF_8)));
    }

    @Test
    void who_has_an_app_is_asked_for_its_code_unless_the_provider_is_trusted_to_have_asked() {
        String name = name("");
        String id = invite(name, TestProvider.emailOf(name));
        var browser = SignedIn.nobody(port);
        throughProvider(browser, "/", name);
        String secret = first(SECRET, browser.post("/api/identity/me/totp", "").body());
        byte[] key = LoginFlowTest.unbase32(secret);
        String code = Totp.code(key, Totp.stepAt(Instant.now()), Totp.DIGITS);
        browser.post("/api/identity/me/totp/confirmations", "{\"code\": \"" + code + "\"}");

        var again = SignedIn.nobody(port);
        String to = throughProvider(again, "/trace", name)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(to).startsWith("/console/login?next=%2Ftrace#second-factor=");
        assertThat(again.get("/api/identity/session").statusCode()).isEqualTo(401);
        String next = Totp.code(key, Totp.stepAt(Instant.now()) + 1, Totp.DIGITS);
        var second = again.post(
                "/api/identity/session/second-factor",
                "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(to.replaceFirst(".*#second-factor=", ""), next));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"id\":\"" + id + "\"");
    }

    @Test
    void nobody_is_sent_to_another_site_after_the_login() {
        String name = name("");
        invite(name, TestProvider.emailOf(name));

        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            var browser = SignedIn.nobody(port);
            String next = URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
            assertThat(throughProvider(browser, next, name).headers().firstValue("location"))
                    .hasValue("/console/");
        }
    }

    @Test
    void a_provider_that_is_down_or_that_nobody_configured_is_said_so() {
        var browser = SignedIn.nobody(port);

        assertThat(browser.get("/api/identity/oidc/logins/down").headers().firstValue("location"))
                .hasValue("/console/login#problem=provider-unavailable");
        assertThat(browser.get("/api/identity/oidc/logins/none").statusCode()).isEqualTo(404);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("location")).hasValue("/console/login#problem=provider-refused");
    }

    private HttpResponse<String> throughProvider(SignedIn browser, String next, String name) {
        return browser.get(callback(browser, next, name));
    }

    /** Leaves for the provider, logs in there, and stops before coming back. */
    private String callback(SignedIn browser, String next, String name) {
        var leaving = browser.get("/api/identity/oidc/logins/test?next=" + next);
        String to = leaving.headers().firstValue("location").orElseThrow(() -> new AssertionError(leaving.body()));
        assertThat(to)
                .startsWith(ISSUER)
                .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
        var there = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var form = follow(there, get(there, URI.create(to)));
        String body = "username=%s&password=%s&_csrf=%s"
                .formatted(
                        name,
                        URLEncoder.encode(TestProvider.PASSWORD, StandardCharsets.UTF_8),
                        URLEncoder.encode(first(CSRF, form.body()), StandardCharsets.UTF_8));
        var entered = follow(
                there,
                send(
                        there,
                        HttpRequest.newBuilder(URI.create(ISSUER + "/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build()));
        URI back = URI.create(entered.headers().firstValue("location").orElseThrow());
        assertThat(back.getPort()).isEqualTo(port);
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    /** Until there is a page, or the way leads out of the provider. */
    private static HttpResponse<String> follow(HttpClient there, HttpResponse<String> answer) {
        var current = answer;
        for (int i = 0; i < 5; i++) {
            String location = current.headers().firstValue("location").orElse("");
            URI to = current.uri().resolve(location);
            if (location.isEmpty() || !to.toString().startsWith(ISSUER)) {
                return current;
            }
            current = get(there, to);
        }
        throw new AssertionError("the provider redirects without end");
    }

    private static HttpResponse<String> get(HttpClient there, URI uri) {
        return send(
                there, HttpRequest.newBuilder(uri).header("Accept", "text/html").build());
    }

    private static HttpResponse<String> send(HttpClient there, HttpRequest request) {
        try {
            return there.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String invite(String username, @Nullable String email) {
        var answer = SignedIn.administrator(port).post("/api/identity/people", """
                {"username": "%s", "name": "林晓"%s,
                 "post": {"organisation": "%s", "title": "试用岗", "role": "state-officer"}}
                """.formatted(
                        username, email == null ? "" : ", \"email\": \"" + email + "\"", FirstAccounts.PLATFORM));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        SignedIn.nobody(port)
                .post(
                        "/api/identity/invitations/" + first(TOKEN, answer.body()),
                        "{\"password\": \"a bridge over calm water\"}");
        return first(ID, answer.body());
    }

    private static String name(String kind) {
        return kind + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ChildJvm provider() {
        try {
            return ChildJvm.running(TestProvider.class).until(TestProvider.READY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(ChildJvm provider) {
        return provider.lastLine().replaceFirst(".*" + TestProvider.READY, "").strip();
    }
}
