package org.suyuan.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.PlatformTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory over HTTP, by the conventions of every module's API. */
@PlatformTest
@Import(TestActors.class)
class OrganisationsApiTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Test
    void a_body_is_founded_renamed_from_the_state_that_was_seen_and_shown_as_of_any_day() {
        String city = Bodies.name("厦门市工商行政管理局");
        HttpResponse<String> made =
                post(Bodies.MINISTRY, "/organisations", founding(city, "PREFECTURE", "350200", null));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode body = json(made);
        assertThat(body.at("/type/name").asString()).isEqualTo("market regulation");
        assertThat(body.at("/level/name").asString()).isEqualTo("Prefecture");
        assertThat(body.at("/region/name").asString()).isEqualTo("Xiamen, Fujian");
        assertThat(body.at("/status").asString()).isEqualTo("ACTIVE");
        String path = "/organisations/" + body.get("id").asString();

        String renaming = """
                {"name": "厦门市市场监督管理局", "shortName": "市监局", "from": "2015-01-01", "reason": "机构改革"}""";
        HttpResponse<String> renamed = post(Bodies.MINISTRY, path + "/names", renaming, "If-Match", "\"1\"");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(post(Bodies.MINISTRY, path + "/closures", closing(), "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(get(TestActors.READER, path)).get("name").asString()).isEqualTo("厦门市市场监督管理局");
        assertThat(json(get(TestActors.READER, path + "?at=2014-12-31"))
                        .get("name")
                        .asString())
                .isEqualTo(city);

        JsonNode history = json(get(TestActors.READER, path + "/history"));
        assertThat(history.at("/decisions/0/story").asString())
                .isEqualTo(city + " is founded in Xiamen, Fujian as a body of market regulation");
        assertThat(history.at("/decisions/1/story").asString()).isEqualTo("Takes the name 厦门市市场监督管理局");
        assertThat(history.at("/decisions/1/reason").asString()).isEqualTo("机构改革");
        assertThat(history.get("periods")).hasSize(2);
        assertThat(json(get(TestActors.READER, path + "/history", "Accept-Language", "zh-CN"))
                        .at("/decisions/1/story")
                        .asString())
                .isEqualTo("更名为厦门市市场监督管理局");
    }

    @Test
    void the_tree_opens_branch_by_branch_and_the_list_takes_only_known_parameters() {
        String parent =
                id(post(Bodies.MINISTRY, "/organisations", founding(Bodies.name("市局"), "PREFECTURE", "350200", null)));
        String child =
                id(post(Bodies.MINISTRY, "/organisations", founding(Bodies.name("区局"), "COUNTY", "350211", parent)));
        JsonNode branch = json(get(TestActors.READER, "/tree?parent=" + parent));
        assertThat(branch.get("items")).hasSize(1);
        assertThat(branch.at("/items/0/id").asString()).isEqualTo(child);
        assertThat(branch.at("/items/0/parent/id").asString()).isEqualTo(parent);
        assertThat(get(TestActors.READER, "/tree").statusCode()).isEqualTo(200);
        JsonNode list = json(get(TestActors.READER, "/organisations?within=" + parent + "&level=COUNTY&count=true"));
        assertThat(list.get("total").asLong()).isEqualTo(1);
        assertThat(get(TestActors.READER, "/organisations?lvl=COUNTY").statusCode())
                .isEqualTo(400);
        assertThat(get(TestActors.READER, "/organisations?parent=none").statusCode())
                .isEqualTo(422);
        assertThat(get(TestActors.READER, "/organisations/none").statusCode()).isEqualTo(404);
    }

    @Test
    void the_export_is_the_list_as_csv_and_no_name_becomes_a_formula() {
        String parent =
                id(post(Bodies.MINISTRY, "/organisations", founding(Bodies.name("市局"), "PREFECTURE", "350200", null)));
        post(Bodies.MINISTRY, "/organisations", founding("=1+1, 所", "COUNTY", "350211", parent));
        HttpResponse<String> csv = post(TestActors.READER, "/organisations/exports?within=" + parent, "");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFId,Name,");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).contains(",\"'=1+1, 所\",");
        Actor nobody = Bodies.actor("nobody", new Scope.Everything());
        assertThat(post(nobody, "/organisations/exports", "").statusCode()).isEqualTo(403);
    }

    @Test
    void buttons_that_cannot_be_pressed_say_why() {
        String path = "/organisations/"
                + id(post(
                        Bodies.MINISTRY, "/organisations", founding(Bodies.name("漳州局"), "PREFECTURE", "350600", null)));
        assertThat(json(get(Bodies.MINISTRY, path))
                        .at("/allowedActions/0/allowed")
                        .asBoolean())
                .isTrue();
        assertThat(json(get(Bodies.XIAMEN, path)).at("/allowedActions/0/reason").asString())
                .isEqualTo("The body is outside your jurisdiction");
        assertThat(json(get(TestActors.READER, path))
                        .at("/allowedActions/0/reason")
                        .asString())
                .isEqualTo("You may not decide about organisations");
        assertThat(post(TestActors.READER, path + "/closures", closing()).statusCode())
                .isEqualTo(403);
        HttpResponse<String> outside = post(Bodies.XIAMEN, path + "/closures", closing());
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(json(outside).at("/errors/0/rule").asString()).isEqualTo("jurisdiction");
    }

    @Test
    void types_are_listed_and_added() {
        JsonNode types = json(get(TestActors.READER, "/types"));
        assertThat(types.size()).isGreaterThanOrEqualTo(13);
        assertThat(types.get(0).get("code").asString()).isEqualTo("platform");
        String type = """
                {"code": "water", "nameZh": "水利", "nameEn": "water resources", "authority": true, "levelled": true}""";
        assertThat(post(Bodies.XIAMEN, "/types", type).statusCode()).isEqualTo(403);
        assertThat(post(Bodies.MINISTRY, "/types", type).statusCode()).isEqualTo(201);
        assertThat(post(Bodies.MINISTRY, "/types", type).statusCode()).isEqualTo(409);
    }

    private static String founding(String name, String level, String region, @Nullable String parent) {
        return """
                {"name": "%s", "type": "market-regulation", "level": "%s", "region": "%s", %s
                 "from": "2010-01-01", "reason": "设立"}""".formatted(name, level, region, parent == null ? "" : "\"parent\": \"" + parent + "\",");
    }

    private static String closing() {
        return """
                {"from": "2020-01-01", "reason": "撤销"}""";
    }

    private static String id(HttpResponse<String> made) {
        return json(made).get("id").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(Actor actor, String path, String... headers) {
        return send("GET", actor, path, "", headers);
    }

    private HttpResponse<String> post(Actor actor, String path, String body, String... headers) {
        return send("POST", actor, path, body, headers);
    }

    private HttpResponse<String> send(String method, Actor actor, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/organisations" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header(TestActors.HEADER, actor.name())
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
