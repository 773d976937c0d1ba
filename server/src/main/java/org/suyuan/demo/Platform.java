package org.suyuan.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as any integrator meets it: addresses, tokens, JSON. */
final class Platform {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final int PAGE = 500;
    /** Renewed this much before the token ends. */
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable Credentials credentials;
    private @Nullable Token token;

    Platform(String root) {
        this.root = root.replaceFirst("/+$", "");
    }

    private record Credentials(String clientId, String secret) {}

    private record Token(String text, Instant renewAt) {}

    /** A refusal that the loader cannot do anything about. */
    static final class Refused extends RuntimeException {
        private final int status;

        Refused(String what, int status, String body) {
            super(what + ": " + status + " " + (body.length() > 2_000 ? body.substring(0, 2_000) + " …" : body));
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** From now on everything is asked as this client (RFC 6749 §4.4). */
    void use(String clientId, String secret) {
        credentials = new Credentials(clientId, secret);
        token = null;
    }

    JsonNode get(String path) {
        return json("GET " + path, send(asked(path).GET(), BodyHandlers.ofString()));
    }

    /** Empty when there is no such thing. */
    boolean exists(String path) {
        HttpResponse<String> answer = send(asked(path).GET(), BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            return false;
        }
        json("GET " + path, answer);
        return true;
    }

    /** All items of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String page = path + "?limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + encoded(next));
            JsonNode answer = get(page);
            answer.path("items").forEach(items::add);
            next = answer.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    JsonNode post(String path, Object body) {
        return post(path, "application/json", JSON.writeValueAsBytes(body));
    }

    JsonNode post(String path, String contentType, byte[] body) {
        HttpRequest.Builder request =
                asked(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
        return json("POST " + path, send(request, BodyHandlers.ofString()));
    }

    /** A download; the caller closes it. */
    InputStream download(String path, String accept) {
        HttpResponse<InputStream> answer =
                send(asked(path).header("Accept", accept).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new Refused("GET " + path, answer.statusCode(), "");
        }
        return answer.body();
    }

    private HttpRequest.Builder asked(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept-Language", "en");
        if (credentials != null) {
            request.header("Authorization", "Bearer " + token(credentials));
        }
        return request;
    }

    private synchronized String token(Credentials client) {
        Token held = token;
        if (held == null || Instant.now().isAfter(held.renewAt())) {
            String login = Base64.getEncoder()
                    .encodeToString((encoded(client.clientId()) + ":" + encoded(client.secret()))
                            .getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + "/oauth2/token"))
                    .timeout(ANSWER_WITHIN)
                    .header("Authorization", "Basic " + login)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"));
            JsonNode answer = json("POST /oauth2/token", send(request, BodyHandlers.ofString()));
            Duration lasts = Duration.ofSeconds(answer.path("expires_in").asLong(60));
            held = new Token(
                    answer.path("access_token").asString(),
                    Instant.now().plus(lasts).minus(TOKEN_MARGIN));
            token = held;
        }
        return held.text();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        return send(http, request, body);
    }

    private static <T> HttpResponse<T> send(HttpClient http, HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(String what, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(what, answer.statusCode(), answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A person who administers access, as a browser is: keeps the session's cookie and sends the CSRF token back. */
    Administrator administrator(String username, String password) {
        Administrator administrator = new Administrator();
        administrator.send("POST", "/api/identity/session", Map.of("username", username, "password", password));
        return administrator;
    }

    final class Administrator {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();

        JsonNode get(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(ANSWER_WITHIN)
                    .header("Accept-Language", "en")
                    .GET();
            return json("GET " + path, Platform.send(browser, request, BodyHandlers.ofString()));
        }

        JsonNode post(String path, Object body) {
            return send("POST", path, body);
        }

        JsonNode put(String path, Object body) {
            return send("PUT", path, body);
        }

        private JsonNode send(String method, String path, Object body) {
            BodyPublisher bytes = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(ANSWER_WITHIN)
                    .header("Accept-Language", "en")
                    .header("Content-Type", "application/json")
                    .method(method, bytes);
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .ifPresent(csrf -> request.header("X-XSRF-TOKEN", csrf));
            return json(method + " " + path, Platform.send(browser, request, BodyHandlers.ofString()));
        }
    }
}
