package org.suyuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
@Import(ConventionsController.class)
class ConventionsTests {
    private static final String GOOD = """
            {"name": "milk", "amount": 3, "colour": "RED", "parts": [{"label": "a"}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private SignedIn admin;

    ConventionsTests() {
        this.admin = SignedIn.nobody(0);
    }

    @BeforeEach
    void logIn() {
        admin = SignedIn.administrator(port);
    }

    @Test
    void a_good_thing_comes_back() {
        assertThat(admin.post("/api/conventions/things", GOOD).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_property_is_named_with_the_known_ones() {
        problem(
                thing("\"amount\"", "\"amuont\": 1, \"amount\""),
                400,
                "/amuont",
                "unknown-property",
                "amount, colour, day");
    }

    @Test
    void a_wrong_type_is_named_with_what_was_expected() {
        problem(thing("3", "\"three\""), 400, "/amount", "type", "a whole number");
        problem(thing("\"milk\"", "12"), 400, "/name", "type", "a text");
        problem(thing("\"RED\"", "\"BLUE\""), 400, "/colour", "type", "RED, GREEN");
        problem(thing("[{\"label\": \"a\"}]", "[{\"label\": {}}]"), 400, "/parts/0/label", "type", "a text");
    }

    @Test
    void a_missing_or_null_component_is_required_unless_nullable() {
        problem(thing("\"name\": \"milk\", ", ""), 422, "/name", "required", "required");
        problem(thing("\"milk\"", "null"), 422, "/name", "required", "required");
        problem(thing("\"amount\": 3, ", ""), 422, "/amount", "required", "required");
        assertThat(admin.post("/api/conventions/things", thing("\"amount\"", "\"day\": null, \"amount\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void malformed_json_says_line_and_column() {
        problem("{\n  \"name\": \"milk\",,\n}", 400, "", "json-syntax", "line 2");
        problem(GOOD + " {}", 400, "", "type", "");
    }

    @Test
    void a_value_that_a_record_refuses_is_named_in_the_records_words() {
        problem(thing("\"a\"", "\"bad\""), 422, "/parts/0", "value", "expected: a good one");
    }

    @Test
    void an_unknown_parameter_is_an_error_and_not_ignored() {
        var answer = admin.get("/api/conventions?color=RED");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"color\"", "\"rule\":\"unknown-parameter\"", "colour");
        assertThat(admin.get("/api/conventions?colour=RED&limit=5&lang=en").body())
                .contains("\"limit\":5", "\"actor\":\"平台管理员\"");
        assertThat(admin.get("/api/conventions?limit=501").statusCode()).isEqualTo(422);
    }

    @Test
    void an_id_that_cannot_be_one_names_nothing() {
        assertThat(admin.get("/api/conventions/lots/17").statusCode()).isEqualTo(404);
        UUID id = UUID.randomUUID();
        assertThat(admin.get("/api/conventions/lots/" + id).body()).isEqualTo(id.toString());
    }

    @Test
    void other_methods_types_and_paths_are_refused_with_their_problem() {
        var method = admin.put("/api/conventions/things", GOOD);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("allow")).hasValue("POST");
        var type = admin.send("POST", "/api/conventions/things", "a=b", Map.of("Content-Type", "text/plain"));
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(type.headers().firstValue("accept").orElse("")).contains("application/json");
        assertThat(admin.get("/api/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_failure_of_ours_gives_an_id_and_nothing_of_the_inside() {
        var answer = admin.send("GET", "/api/conventions/broken", "", Map.of("X-Request-Id", "report-17"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("\"requestId\":\"report-17\"", "\"type\":\"/problems/internal\"")
                .doesNotContain("secret", "Exception");
        assertThat(answer.headers().firstValue("x-request-id")).hasValue("report-17");
    }

    @Test
    void a_write_that_saw_an_older_revision_is_refused() {
        assertThat(put("\"7\"").statusCode()).isEqualTo(200);
        assertThat(put("\"6\", \"7\"").statusCode()).isEqualTo(200);
        assertThat(put("*").statusCode()).isEqualTo(200);
        assertThat(put("\"6\"").statusCode()).isEqualTo(412);
        assertThat(put("W/\"7\"").statusCode()).isEqualTo(412);
    }

    @Test
    void the_reader_chooses_the_language() {
        var stranger = SignedIn.nobody(port);
        Map<String, String> french = Map.of("Accept-Language", "fr, en-GB;q=0.5, zh;q=0.4");
        assertThat(title(stranger.send("GET", "/api/none", "", french))).isEqualTo("Log in first");
        assertThat(title(stranger.send("GET", "/api/none", "", Map.of("Accept-Language", "de"))))
                .isEqualTo("请先登录");
        assertThat(title(stranger.get("/api/none?lang=zh"))).isEqualTo("请先登录");

        var remembered = SignedIn.nobody(port);
        remembered.get("/problems?lang=zh");
        assertThat(title(remembered.get("/api/none"))).isEqualTo("请先登录");
    }

    @Test
    void every_problem_type_has_its_page() {
        var stranger = SignedIn.nobody(port);
        var json = stranger.send("GET", "/problems/rule-broken", "", Map.of("Accept", "application/json"));
        assertThat(json.body()).contains("\"status\":422", "\"fault\":\"CALLER\"");
        var html = stranger.send("GET", "/problems/rule-broken?lang=zh", "", Map.of("Accept", "text/html"));
        assertThat(html.body()).contains("lang=\"zh-CN\"", "内容不符合规则").doesNotContain("??");
        assertThat(stranger.get("/problems/none").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_key_and_body_do_the_work_once() {
        String key = UUID.randomUUID().toString();
        String row = row(key, false);

        var first = post(row, key);
        var second = post(row, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("location"))
                .isEqualTo(first.headers().firstValue("location"));
        assertThat(second.headers().firstValue("idempotency-replayed")).hasValue("true");
        assertThat(rows(key)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        post(row(key, false), key);

        var answer = post(row("other", false), key);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("idempotency-key-reused");
    }

    @Test
    void a_refusal_writes_nothing_and_leaves_the_key_free() {
        String key = UUID.randomUUID().toString();

        assertThat(post(row(key, true), key).statusCode()).isEqualTo(409);
        assertThat(rows(key)).isZero();
        assertThat(post(row(key, false), key).statusCode()).isEqualTo(201);
    }

    @Test
    void two_requests_with_one_key_at_the_same_moment_do_the_work_once() throws Exception {
        String key = UUID.randomUUID().toString();
        post(row("creates the table", false), UUID.randomUUID().toString());
        Set<String> bodies = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> post(row(key, false), key)));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                bodies.add(answer.get().body());
            }
        }
        assertThat(bodies).hasSize(1);
        assertThat(rows(key)).isEqualTo(1);
    }

    private void problem(String body, int status, String pointer, String rule, String words) {
        var answer = admin.post("/api/conventions/things", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"pointer\":\"" + pointer + "\"", "\"rule\":\"" + rule + "\"")
                .contains(words)
                .doesNotContain("tools.jackson", "org.suyuan");
    }

    private static String thing(String part, String instead) {
        assertThat(GOOD).contains(part);
        return GOOD.replaceFirst(Pattern.quote(part), instead);
    }

    private HttpResponse<String> put(String ifMatch) {
        return admin.send("PUT", "/api/conventions", "{}", Map.of("If-Match", ifMatch));
    }

    private HttpResponse<String> post(String row, String key) {
        return admin.send("POST", "/api/conventions/rows", row, Map.of("Idempotency-Key", key));
    }

    private static String row(String name, boolean refuse) {
        return "{\"name\": \"%s\", \"refuse\": %s}".formatted(name, refuse);
    }

    private long rows(String name) {
        boolean exists = jdbc.sql("SELECT to_regclass('conventions_row') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return exists
                ? jdbc.sql("SELECT count(*) FROM conventions_row WHERE name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                : 0;
    }

    private static String title(HttpResponse<String> answer) {
        return answer.body().replaceFirst(".*\"title\":\"([^\"]+)\".*", "$1");
    }
}
