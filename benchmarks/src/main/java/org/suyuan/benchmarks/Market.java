package org.suyuan.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one producer of the benchmark's world, made through the public API: an operator with a plant, a product, and a
 * batch of 10^9 codes for it, which is one row. Its items are the first positions of the batch, in order.
 */
final class Market {
    static final String GTIN = "06999999000013";
    static final String PLANT = "6999999000020";
    private static final String USCC = "91350200999900011J";
    private static final String COUNTY = "350203";
    private static final String CLIENT = "demo-producer";
    /** The platform's tokens live for 15 minutes; the longest measurement with one takes five. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(8);

    private final Platform platform;
    private final JsonMapper json = JsonMapper.builder().build();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String batch;
    private String token = "";
    private long tokenTaken;

    private Market(Platform platform) throws IOException, InterruptedException {
        this.platform = platform;
        logIn();
        bindClient("{\"kind\": \"EVERYTHING\"}");
        String operator = create("/api/registry/operators", """
                {"uscc": "%s", "nameZh": "量测乳业", "kinds": ["dairy"], "region": "%s"}""".formatted(USCC, COUNTY));
        create("/api/registry/sites", """
                {"operatorId": "%s", "nameZh": "量测一厂", "role": "plant", "gln": "%s", "region": "%s"}""".formatted(operator, PLANT, COUNTY));
        String product = create("/api/registry/products", """
                {"operatorId": "%s", "gtin": "%s", "nameZh": "量测酸奶", "category": "dairy-product", "specification": "180 g",
                 "shelfLife": {"length": 21, "unit": "DAY"}}""".formatted(operator, GTIN));
        bindClient("{\"kind\": \"OPERATOR\", \"operator\": \"%s\"}".formatted(operator));
        this.batch = create("/api/codes/batches", """
                {"productId": "%s", "quantity": %d}""".formatted(product, Volumes.ISSUED));
    }

    static Market open(Platform platform) throws IOException, InterruptedException {
        return new Market(platform);
    }

    private void logIn() throws IOException, InterruptedException {
        answer(request("/api/identity/session")
                .POST(BodyPublishers.ofString(
                        "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(platform.adminPassword()))));
    }

    private void bindClient(String scope) throws IOException, InterruptedException {
        answer(request("/api/identity/clients/" + CLIENT + "/scope").PUT(BodyPublishers.ofString(scope)));
    }

    private String create(String path, String body) throws IOException, InterruptedException {
        return answer(request(path).header("Authorization", "Bearer " + token()).POST(BodyPublishers.ofString(body)))
                .path("id")
                .asString();
    }

    /** An access token of the producer's system, renewed in time. Seldom: the secret's hash costs what a hash should. */
    String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - tokenTaken > TOKEN_USE.toNanos()) {
            token = newToken();
            tokenTaken = System.nanoTime();
        }
        return token;
    }

    /** An access token of a further system that reads the registry within a scope. */
    String system(String client, String scope) throws IOException, InterruptedException {
        String secret = answer(request("/api/identity/clients")
                        .POST(BodyPublishers.ofString("""
                        {"clientId": "%s", "name": "%s", "apiScopes": ["registry:read"], "scope": %s}
                        """.formatted(client, client, scope))))
                .path("secret")
                .asString();
        return token(client, secret);
    }

    private String newToken() throws IOException, InterruptedException {
        return token(CLIENT, platform.clientSecret());
    }

    private String token(String client, String secret) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return answer(request("/oauth2/token")
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asString();
    }

    /** The serials at these positions of the batch, downloaded as a printer would. */
    List<String> serials(long from, int count) throws IOException, InterruptedException {
        HttpRequest download = HttpRequest.newBuilder(URI.create(
                        platform.url() + "/api/codes/batches/" + batch + "/codes?from=" + from + "&count=" + count))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "text/csv")
                .build();
        HttpResponse<Stream<String>> answer = http.send(download, BodyHandlers.ofLines());
        List<String> serials = new ArrayList<>(count);
        try (Stream<String> lines = answer.body()) {
            lines.filter(line -> Character.isDigit(line.charAt(0)))
                    .forEach(line -> serials.add(line.substring(0, line.indexOf(','))));
        }
        if (answer.statusCode() != 200 || serials.size() != count) {
            throw new IOException(
                    "download: " + answer.statusCode() + ", " + serials.size() + " codes (expected: " + count + ")");
        }
        return serials;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.url() + path)).header("Content-Type", "application/json");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest built = request.build();
        HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    built.method() + " " + built.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
