package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.shared.PageRequest;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes over HTTP, with real events behind the verdicts. */
@PlatformTest
class CodesApiTest {
    @LocalServerPort
    int port;

    @Autowired
    VerificationRecorder recorder;

    @Autowired
    CodeBatches batches;

    private final JsonMapper json = JsonMapper.shared();
    private SignedIn admin = SignedIn.nobody(0);
    private String gtin = "";
    private String product = "";

    @BeforeEach
    void registerAProduct() {
        admin = SignedIn.administrator(port);
        gtin = CodesWorld.nextGtin().value();
        String operator =
                created(admin.post("/api/registry/operators", """
                {"nameZh": "青禾乳业", "nameEn": "Qinghe Dairy", "kinds": ["dairy"], "region": "350206"}
                """)).path("id").asString();
        product = created(admin.post("/api/registry/products", """
                {"operatorId": "%s", "gtin": "%s", "nameZh": "纯牛奶", "nameEn": "Whole milk", "category": "dairy-product"}
                """.formatted(operator, gtin)))
                .path("id")
                .asString();
    }

    @Test
    void a_code_is_issued_printed_commissioned_verified_sold_and_recalled() {
        String batch = issue(1_000, "L7");
        String line = admin.get("/api/codes/batches/" + batch + "/codes?from=3&count=1")
                .body();
        String serial = line.split(",")[0];
        String link = line.split(",")[1];
        assertThat(link).endsWith("/01/" + gtin + "/21/" + serial);

        assertThat(verdict(link)).isEqualTo("NOT_YET_COMMISSIONED");
        capture("commissioning", "active", "2026-09-02T08:00:00+08:00", serial);
        JsonNode genuine = verify(link);
        assertThat(genuine.path("verdict").path("code").asString()).isEqualTo("GENUINE");
        assertThat(genuine.path("verdict").path("title").asString()).isEqualTo("Genuine");
        assertThat(genuine.path("product").path("name").asString()).isEqualTo("Whole milk");
        assertThat(genuine.path("producer").path("name").asString()).isEqualTo("Qinghe Dairy");
        assertThat(genuine.path("lot").asString()).isEqualTo("L7");
        assertThat(genuine.path("checks").path("count").asInt()).isEqualTo(1);
        assertThat(genuine.path("story").get(0).path("bizStep").asString()).isEqualTo("commissioning");

        capture("retail_selling", "retail_sold", "2026-09-05T08:00:00+08:00", serial);
        assertThat(verdict(link)).isEqualTo("ALREADY_SOLD");
        capture("holding", "recalled", "2026-09-08T08:00:00+08:00", serial);
        JsonNode recalled = verify(link);
        assertThat(recalled.path("verdict").path("code").asString()).isEqualTo("WITHDRAWN");
        assertThat(recalled.path("verdict").path("reason").asString()).isEqualTo("RECALLED");
        assertThat(recalled.path("further").get(0).path("code").asString()).isEqualTo("ALREADY_SOLD");

        recorder.write();
        JsonNode history =
                json.readTree(admin.get("/api/codes/verifications?unit=" + link).body());
        assertThat(history.path("items").size()).isEqualTo(4);
        assertThat(history.path("items").get(0).path("verdict").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_batch_is_found_in_the_list_and_by_its_address() {
        String batch = issue(1_000_000_000L, null);
        JsonNode one = json.readTree(admin.get("/api/codes/batches/" + batch).body());
        assertThat(one.path("quantity").asLong()).isEqualTo(1_000_000_000L);
        assertThat(one.path("product").path("name").asString()).isEqualTo("Whole milk");
        assertThat(one.path("gtin").asString()).isEqualTo(gtin);
        assertThat(one.path("allowedActions").get(0).path("allowed").asBoolean())
                .isTrue();
        JsonNode list = json.readTree(
                admin.get("/api/codes/batches?count=true&productId=" + product).body());
        assertThat(list.path("total").asLong()).isEqualTo(1);
        assertThat(list.path("items").get(0)).isEqualTo(one);
        assertThat(admin.get("/api/codes/batches?produktId=" + product).statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/api/codes/batches/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_order_repeated_with_its_key_issues_nothing_more() {
        String body = "{\"productId\": \"%s\", \"quantity\": 5}".formatted(product);
        Map<String, String> key = Map.of("Idempotency-Key", "order-" + product);
        HttpResponse<String> first = admin.send("POST", "/api/codes/batches", body, key);
        HttpResponse<String> again = admin.send("POST", "/api/codes/batches", body, key);
        assertThat(again.body()).isEqualTo(first.body());
        String batch = created(first).path("id").asString();
        // Issued inside a wrapping transaction, yet known to memory: the codes can be written.
        assertThat(admin.get("/api/codes/batches/" + batch + "/codes").body()).hasLineCount(6);
    }

    @Test
    void a_bad_order_is_refused_with_every_field() {
        HttpResponse<String> answer = admin.post("/api/codes/batches", """
                {"gtin": "6901234567893", "quantity": 5}
                """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body())
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/gtin");
        assertThat(admin.post("/api/codes/batches", "{\"quantity\": 5}").body()).contains("one-of");
        assertThat(SignedIn.nobody(port).get("/api/codes/batches").statusCode()).isEqualTo(401);
    }

    @Test
    void codes_come_as_json_lines_and_labels_as_pdf() throws IOException {
        String batch = issue(50, "L7");
        HttpResponse<String> lines = admin.send(
                "GET", "/api/codes/batches/" + batch + "/codes", "", Map.of("Accept", "application/x-ndjson"));
        assertThat(lines.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(lines.body()).hasLineCount(50);
        assertThat(json.readTree(lines.body().lines().findFirst().orElseThrow())
                        .path("elementString")
                        .asString())
                .startsWith("(01)" + gtin + "(10)L7(21)10");
        HttpResponse<String> zipped =
                admin.send("GET", "/api/codes/batches/" + batch + "/codes", "", Map.of("Accept-Encoding", "gzip"));
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(admin.get("/api/codes/batches/" + batch + "/labels?template=A4_4X10")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/api/codes/batches/" + issue(5_000, null) + "/labels")
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.get("/api/codes/batches/" + batch + "/labels?template=A3")
                        .statusCode())
                .isEqualTo(400);
        var whole = new ByteArrayOutputStream();
        var codes = batches.codes(CodesWorld.STATE, BatchId.of(batch), 0, null).orElseThrow();
        labels.write(codes, LabelTemplate.A4_3X8, "https://suyuan.example", whole);
        try (PDDocument document = Loader.loadPDF(whole.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Autowired
    BatchLabels labels;

    @Test
    void checks_of_other_channels_are_taken_line_by_line() {
        String batch = issue(10, null);
        String serial = admin.get("/api/codes/batches/" + batch + "/codes?from=1")
                .body()
                .split(",")[0];
        String code = "(01)" + gtin + "(21)" + serial;
        String lines = """
                {"code": "%1$s", "at": "2026-09-12T09:00:00+08:00", "channel": "SMS", "region": "3502"}
                {"code": "%1$s", "at": "2026-09-12T09:40:00+08:00", "channel": "TERMINAL", "region": "320106"}
                {"code": "%1$s", "at": "2026-09-12T10:00:00+08:00", "channel": "PIGEON"}
                {"code": "%1$s", "at": "2026-09-12T10:00:00+08:00", "channel": "PHONE", "region": "Xiamen"}
                nonsense

                """.formatted(code);
        HttpResponse<String> answer = admin.send(
                "POST", "/api/codes/verifications/imports", lines, Map.of("Content-Type", "application/x-ndjson"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode result = json.readTree(answer.body());
        assertThat(result.path("accepted").asInt()).isEqualTo(2);
        assertThat(result.path("rejected").asInt()).isEqualTo(3);
        assertThat(result.path("errors")
                        .valueStream()
                        .map(error -> error.path("line").asInt()))
                .containsExactly(3, 4, 5);
        JsonNode verdict = verify(code);
        assertThat(verdict.path("further").get(0).path("reason").asString()).isEqualTo("TOO_FAR_APART");
        assertThat(verdict.path("checks").path("count").asInt()).isEqualTo(3);
        recorder.write();
        JsonNode signals = json.readTree(admin.get("/api/codes/signals?kind=COPIED_CODE&limit=" + PageRequest.LIMIT_MAX)
                .body());
        assertThat(signals.path("items")
                        .valueStream()
                        .map(signal -> signal.path("product").asString()))
                .contains(product);
        String id = signals.path("items")
                .valueStream()
                .filter(signal -> signal.path("product").asString().equals(product))
                .map(signal -> signal.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertJudgedOnce("/api/codes/signals/" + id, code);
    }

    /** The task is opened after the commit that raised the signal, by a listener of its own. */
    private JsonNode task(String signal, String state) {
        String about = "/api/desk/tasks?subjectKind=signal&subjectId=" + signal.substring(signal.lastIndexOf('/') + 1);
        return Awaitility.await()
                .until(() -> json.readTree(admin.get(about + state).body()).path("items"), items -> items.size() == 1)
                .get(0);
    }

    private void assertJudgedOnce(String signal, String code) {
        JsonNode task = task(signal, "");
        assertThat(task.path("due").asString()).isNotEmpty();
        assertThat(task.path("clock").asString()).isNotEmpty();
        HttpResponse<String> seen = admin.get(signal);
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        JsonNode action = json.readTree(seen.body()).path("allowedActions").get(0);
        assertThat(action.path("allowed").asBoolean()).as(action.toString()).isTrue();
        String judgement = "{\"conclusion\": \"HARMLESS\", \"reason\": \"同一人乘机往返\"}";
        assertThat(admin.send("POST", signal + "/assessments", judgement, Map.of("If-Match", "\"0\""))
                        .statusCode())
                .isEqualTo(412);
        String etag = seen.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> judged = admin.send("POST", signal + "/assessments", judgement, Map.of("If-Match", etag));
        assertThat(judged.statusCode()).as(judged.body()).isEqualTo(200);
        JsonNode story = json.readTree(judged.body());
        assertThat(story.path("assessment").path("conclusion").path("name").asString())
                .isEqualTo("Harmless");
        assertThat(story.path("allowedActions").get(0).path("reason").asString())
                .isEqualTo("The signal has been judged already");
        assertThat(admin.post(signal + "/assessments", judgement).statusCode()).isEqualTo(409);
        assertThat(task(signal, "&state=DONE").path("id")).isEqualTo(task.path("id"));
        String limit = "/api/deadlines/clocks/" + task.path("clock").asString();
        assertThat(json.readTree(admin.get(limit).body()).path("state").toString())
                .contains("STOPPED");
        assertThat(verify(code).path("further").toString()).doesNotContain("SUSPICIOUS");
    }

    @Test
    void a_guessing_device_is_told_to_wait() {
        issue(10, null);
        List<Integer> answers = new ArrayList<>();
        HttpResponse<String> last = admin.get("/api/codes/keys");
        for (int i = 0; i < 21; i++) {
            last = admin.post("/api/codes/verifications", """
                    {"code": "(01)%s(21)10%014d", "device": "guesser"}
                    """.formatted(gtin, i));
            answers.add(last.statusCode());
        }
        assertThat(answers.subList(0, 20)).containsOnly(200);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(last.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(verdict("(01)" + gtin + "(21)A17")).isEqualTo("NOT_ISSUED_HERE");
    }

    @Test
    void keys_are_listed_without_their_secrets_and_rotated_by_a_new_one() {
        String before = issue(1, null);
        JsonNode added = created(admin.post("/api/codes/keys", ""));
        JsonNode keys = json.readTree(admin.get("/api/codes/keys").body()).path("items");
        assertThat(keys.get(keys.size() - 1).path("version")).isEqualTo(added.path("version"));
        assertThat(keys.get(keys.size() - 2).path("retired").asString()).isNotEmpty();
        String after = issue(1, null);
        assertThat(version(after)).isEqualTo(version(before) + 1);
    }

    private int version(String batch) {
        return json.readTree(admin.get("/api/codes/batches/" + batch).body())
                .path("keyVersion")
                .asInt();
    }

    private String issue(long quantity, @Nullable String lot) {
        String body = """
                {"productId": "%s", "quantity": %d%s}
                """.formatted(product, quantity, lot == null ? "" : ", \"lot\": \"" + lot + "\"");
        return created(admin.post("/api/codes/batches", body)).path("id").asString();
    }

    private void capture(String bizStep, String disposition, String time, String serial) {
        HttpResponse<String> answer = admin.post("/epcis/events", """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "ObjectEvent", "eventTime": "%s", "eventTimeZoneOffset": "+08:00", "action": "%s",
                 "epcList": ["https://id.gs1.org/01/%s/21/%s"], "bizStep": "%s", "disposition": "%s"}
                """.formatted(
                        time, bizStep.equals("commissioning") ? "ADD" : "OBSERVE", gtin, serial, bizStep, disposition));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String verdict(String code) {
        return verify(code).path("verdict").path("code").asString();
    }

    private JsonNode verify(String code) {
        HttpResponse<String> answer = admin.post("/api/codes/verifications", "{\"code\": \"%s\"}".formatted(code));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }
}
