package org.suyuan.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/**
 * A person at the API, as a browser is: keeps the session's cookie and sends the CSRF token back. English, so that tests
 * can read the answers.
 *
 * <pre>{@code
 * var admin = SignedIn.administrator(port);
 * assertThat(admin.post("/api/registry/operators", "{…}").statusCode()).isEqualTo(201);
 * }</pre>
 */
public final class SignedIn {
    /** Password of {@code admin} in every {@link PlatformTest}. */
    public static final String ADMIN_PASSWORD = "tests only, never real";

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private SignedIn(int port) {
        this.root = "http://localhost:" + port;
    }

    public static SignedIn administrator(int port) {
        return as(port, "admin", ADMIN_PASSWORD);
    }

    public static SignedIn as(int port, String username, String password) {
        SignedIn person = nobody(port);
        var answer = person.logIn(username, password);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("login of " + username + ": " + answer.statusCode() + " " + answer.body());
        }
        return person;
    }

    /** A browser without a login. */
    public static SignedIn nobody(int port) {
        return new SignedIn(port);
    }

    public HttpResponse<String> logIn(String username, String password) {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
        return post("/api/identity/session", body);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "", Map.of());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json, Map.of());
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    /** Headers given here replace the usual ones. */
    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Accept-Language", "en")
                .setHeader("Content-Type", "application/json");
        cookie("XSRF-TOKEN").ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
