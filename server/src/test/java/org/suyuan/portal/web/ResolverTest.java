package org.suyuan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.portal.YogurtWorld;
import org.suyuan.testing.PlatformTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the GS1-Conformant Resolver standard 1.2 asks of a resolver. */
@PlatformTest
class ResolverTest {
    private static final String VOC = "https://ref.gs1.org/voc/";
    private static @Nullable YogurtWorld shared;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    JsonMapper json;

    YogurtWorld world() {
        synchronized (ResolverTest.class) {
            if (shared == null) {
                shared = new YogurtWorld(beans);
            }
            return shared;
        }
    }

    private String item() {
        return "/01/" + world().gtin() + "/10/" + world().lot() + "/21/" + world().serials.getFirst();
    }

    @Test
    void a_link_set_holds_the_links_of_every_level_up_to_the_key() {
        for (String suffix : new String[] {"?linkType=linkset", "?linkType=all"}) {
            var answer = send("GET", item() + suffix, Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse(""))
                    .startsWith("application/linkset+json");
            JsonNode sets = json.readTree(answer.body()).get("linkset");
            assertThat(sets).hasSize(3);
            assertThat(sets.get(0).get("anchor").asString()).endsWith(item());
            assertThat(sets.get(2).get("anchor").asString()).endsWith("/01/" + world().gtin());
            assertThat(sets.get(0).has(VOC + "verificationService")).isTrue();
            assertThat(sets.get(1).has(VOC + "traceability")).isTrue();
            assertThat(sets.get(2).has(VOC + "pip")).isTrue();
            assertThat(sets.get(2).has(VOC + "defaultLink")).isTrue();
        }
    }

    /** The rules of the JSON schema that GS1 publishes for link sets. */
    @Test
    void every_link_has_target_type_title_and_languages() {
        JsonNode sets = json.readTree(send("GET", item(), Map.of("Accept", "application/linkset+json")).body())
                .get("linkset");
        for (JsonNode set : sets) {
            assertThat(set.get("anchor").asString()).startsWith("http://");
            assertThat(set.get("itemDescription").asString()).isNotBlank();
            set.properties().forEach(member -> {
                if (member.getKey().equals("anchor") || member.getKey().equals("itemDescription")) {
                    return;
                }
                assertThat(member.getKey()).startsWith(VOC);
                for (JsonNode link : member.getValue()) {
                    assertThat(link.get("href").asString()).matches("https?://.+");
                    assertThat(link.get("title").asString()).isNotBlank();
                    assertThat(link.get("type").asString()).isEqualTo("text/html");
                    assertThat(link.get("hreflang").get(0).asString()).matches("\\w{2}");
                    assertThat(link.size()).isEqualTo(4);
                }
            });
        }
    }

    @Test
    void a_known_link_type_redirects_with_the_query_and_an_unknown_one_is_not_found() {
        for (String type : new String[] {"gs1:pip", VOC + "pip", "https://gs1.org/voc/pip"}) {
            var answer = send("GET", item() + "?17=261231&linkType=" + type, Map.of());
            assertThat(answer.statusCode()).isEqualTo(307);
            assertThat(answer.headers().firstValue("location").orElse(""))
                    .endsWith("/01/" + world().gtin() + "?17=261231#product");
            assertThat(answer.headers().firstValue("link").orElse("")).contains("rel=\"linkset\"");
        }
        assertThat(send("GET", item() + "?linkType=gs1:recipeInfo", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void errors_are_400_also_for_link_sets() {
        assertThat(send("GET", "/01/06901234567893?linkType=linkset", Map.of("Accept", "application/linkset+json"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_trailing_slash_and_a_gtin_of_13_digits_do_no_harm() {
        assertThat(send("HEAD", item() + "/", Map.of()).statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "/01/" + world().gtin().substring(1), Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void other_sites_may_ask() {
        var answer = send("GET", item() + "?linkType=linkset", Map.of("Origin", "https://shop.example"));
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
        var preflight = send(
                "OPTIONS",
                item(),
                Map.of("Origin", "https://shop.example", "Access-Control-Request-Method", "GET"));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("access-control-allow-methods").orElse("")).contains("GET");
    }

    @Test
    void the_resolver_describes_itself() {
        JsonNode file = json.readTree(send("GET", "/.well-known/gs1resolver", Map.of()).body());
        assertThat(file.get("resolverRoot").asString()).isEqualTo("http://localhost:" + port);
        assertThat(file.get("supportedPrimaryKeys").toString()).contains("\"01\"", "\"00\"", "\"414\"");
        assertThat(file.get("supportedLinkType").get(0).get("namespace").asString()).isEqualTo(VOC);
    }

    @Test
    void serials_with_special_characters_are_resolved() {
        for (String serial : new String[] {"A1%2Fb", "50%25", "a%3Bb", "x%22y", "A-_.1"}) {
            var answer = send("HEAD", "/01/" + world().gtin() + "/21/" + serial, Map.of());
            assertThat(answer.statusCode()).as(serial).isEqualTo(200);
        }
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

}
