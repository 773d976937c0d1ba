package org.suyuan.trace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Graphs and timelines over HTTP. */
@PlatformTest
class TraceApiTest {
    private static final String PORK = "https://id.gs1.org/01/06978001000012/10/";

    @LocalServerPort
    int port;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void a_lot_is_traced_back_to_what_it_was_cut_from_with_the_amounts() {
        SignedIn admin = SignedIn.administrator(port);
        capture(admin, cut(PORK + "HALF-1", 92.5, PORK + "LOIN-1", 11.25));
        JsonNode graph = get(admin, "/api/trace?direction=backward&unit=" + encoded(PORK + "LOIN-1"));
        assertThat(graph.at("/direction").asString()).isEqualTo("BACKWARD");
        assertThat(graph.at("/unit/kind/name").asString()).isEqualTo("Lot");
        assertThat(texts(graph, "nodes", "/units/0/lot")).containsExactlyInAnyOrder("HALF-1", "LOIN-1");
        assertThat(texts(graph, "edges", "/role")).containsExactlyInAnyOrder("INPUT", "OUTPUT");
        assertThat(texts(graph, "edges", "/amount/value")).containsExactlyInAnyOrder("92.5", "11.25");
        assertThat(texts(graph, "events", "/bizStep/name")).containsExactly("Commissioning");
        assertThat(graph.at("/truncated").asBoolean()).isFalse();
    }

    @Test
    void any_spelling_of_a_unit_gives_the_same_timeline() {
        SignedIn admin = SignedIn.administrator(port);
        capture(admin, cut(PORK + "HALF-2", 90, PORK + "LOIN-2", 10));
        JsonNode byLink = get(admin, "/api/trace/timeline?unit=" + encoded(PORK + "LOIN-2"));
        JsonNode byElements = get(admin, "/api/trace/timeline?unit=" + encoded("(01)06978001000012(10)LOIN-2"));
        assertThat(byElements.at("/steps")).isEqualTo(byLink.at("/steps"));
        assertThat(texts(byLink, "steps", "/role")).containsExactly("OUTPUT");
    }

    @Test
    void the_past_can_be_asked_for() {
        SignedIn admin = SignedIn.administrator(port);
        capture(admin, cut(PORK + "HALF-3", 90, PORK + "LOIN-3", 10));
        String before = "/api/trace/timeline?at=2026-09-01T00:00:00%2B08:00&unit=" + encoded(PORK + "LOIN-3");
        assertThat(admin.get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void what_nobody_reported_is_not_found_and_what_is_no_unit_is_refused() {
        SignedIn admin = SignedIn.administrator(port);
        assertThat(admin.get("/api/trace?unit=" + encoded(PORK + "NEVER")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrongDigit = admin.get("/api/trace?unit=" + encoded("(01)06978001000013(10)X"));
        assertThat(wrongDigit.statusCode()).isEqualTo(422);
        assertThat(wrongDigit.body()).contains("check-digit");
        assertThat(admin.get("/api/trace?direction=sideways&unit=" + encoded(PORK + "X"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_traces_without_a_login() {
        assertThat(SignedIn.nobody(port)
                        .get("/api/trace?unit=" + encoded(PORK + "X"))
                        .statusCode())
                .isEqualTo(401);
    }

    private void capture(SignedIn admin, String event) {
        HttpResponse<String> answer =
                admin.send("POST", "/epcis/capture", """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", "type": "EPCISDocument",
                 "schemaVersion": "2.0", "creationDate": "2026-09-10T08:00:00Z", "epcisBody": {"eventList": [%s]}}""".formatted(event), Map.of("GS1-EPCIS-Version", "2.0"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    }

    private static String cut(String input, double in, String output, double out) {
        return """
                {"type": "TransformationEvent", "eventTime": "2026-09-10T04:00:00+08:00", "eventTimeZoneOffset": "+08:00",
                 "bizStep": "commissioning", "bizLocation": {"id": "https://id.gs1.org/414/6978001000005"},
                 "inputQuantityList": [{"epcClass": "%s", "quantity": %s, "uom": "KGM"}],
                 "outputQuantityList": [{"epcClass": "%s", "quantity": %s, "uom": "KGM"}]}""".formatted(input, in, output, out);
    }

    private JsonNode get(SignedIn admin, String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static List<String> texts(JsonNode graph, String list, String pointer) {
        List<String> texts = new ArrayList<>();
        graph.at("/" + list).forEach(each -> texts.add(each.at(pointer).asString()));
        return texts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
