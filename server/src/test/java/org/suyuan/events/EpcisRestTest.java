package org.suyuan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The EPCIS 2.0 REST binding as a client meets it (EPCIS 2.0 §12). */
@PlatformTest
class EpcisRestTest {
    @LocalServerPort
    int port;

    private final JsonMapper json = JsonMapper.shared();
    private SignedIn admin;

    @BeforeEach
    void logIn() {
        admin = SignedIn.administrator(port);
    }

    @Test
    void an_event_without_an_id_is_found_under_its_hash() {
        HttpResponse<String> answer = admin.post("/epcis/events", event("hashed"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/epcis/events/ni%3A%2F%2F%2Fsha-256%3B");
        HttpResponse<String> found = admin.get(location);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        JsonNode event = json.readTree(found.body());
        assertThat(event.path("eventID").asString()).startsWith("ni:///sha-256;");
        assertThat(event.path("recordTime").asString()).isNotEmpty();
        assertThat(event.path("epcList").get(0).asString()).isEqualTo("urn:epc:id:sgtin:6901234.056789.hashed");
    }

    @Test
    void a_capture_answers_with_a_job_that_can_be_read_again() {
        HttpResponse<String> answer = admin.post("/epcis/capture", document(event("job")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode job = json.readTree(
                admin.get(answer.headers().firstValue("Location").orElseThrow()).body());
        assertThat(job.path("success").asBoolean()).isTrue();
        assertThat(job.path("running").asBoolean()).isFalse();
        assertThat(job.path("stored").asInt()).isEqualTo(1);
    }

    @Test
    void a_bad_event_is_answered_in_the_standards_words_with_path_value_and_rule() {
        HttpResponse<String> answer =
                admin.post("/epcis/capture", document(event("bad").replace("OBSERVE", "LOOK")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("epcisException:ValidationException");
        JsonNode error = problem.path("errors").get(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/epcisBody/eventList/0/action");
        assertThat(error.path("value").asString()).contains("LOOK");
        assertThat(error.path("rule").asString()).isNotEmpty();
    }

    @Test
    void proceed_is_asked_for_by_header() {
        String document = document(event("kept") + "," + event("lost").replace("OBSERVE", "LOOK"));
        HttpResponse<String> answer =
                admin.send("POST", "/epcis/capture", document, Map.of("GS1-Capture-Error-Behaviour", "proceed"));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode job = json.readTree(answer.body());
        assertThat(job.path("success").asBoolean()).isFalse();
        assertThat(job.path("errors").size()).isEqualTo(1);
    }

    @Test
    void a_query_finds_by_code_step_and_time_and_pages_through() {
        String serial = UUID.randomUUID().toString().substring(0, 13);
        for (int hour = 10; hour < 15; hour++) {
            admin.post("/epcis/events", event(serial).replace("T08:", "T" + hour + ":"));
        }
        String query = "/epcis/events?perPage=2&orderBy=eventTime&orderDirection=ASC&EQ_bizStep=shipping"
                + "&GE_eventTime=2026-09-10T11:00:00%2B08:00&MATCH_epc="
                + encoded("https://id.gs1.org/01/06901234567892/21/" + serial);
        HttpResponse<String> first = admin.get(query);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        JsonNode events = json.readTree(first.body())
                .path("epcisBody")
                .path("queryResults")
                .path("resultsBody")
                .path("eventList");
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.get(0).path("eventTime").asString()).startsWith("2026-09-10T11:");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
        HttpResponse<String> second = admin.get(next);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(second.body()).contains("2026-09-10T13:", "2026-09-10T14:").doesNotContain("2026-09-10T12:");
    }

    @Test
    void a_parameter_that_is_not_understood_is_refused_and_never_ignored() {
        HttpResponse<String> answer = admin.get("/epcis/events?EQ_bizSteps=shipping");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("epcisException:QueryParameterException", "EQ_bizSteps");
    }

    @Test
    void nobody_reads_or_captures_without_a_login() {
        SignedIn nobody = SignedIn.nobody(port);
        assertThat(nobody.get("/epcis/events").statusCode()).isEqualTo(401);
        assertThat(nobody.post("/epcis/capture", document(event("anonymous"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void people_read_names_beside_codes() {
        admin.post("/epcis/events", event("named"));
        HttpResponse<String> answer =
                admin.get("/api/events/events?count=true&unit=" + encoded("urn:epc:id:sgtin:6901234.056789.named"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode row = json.readTree(answer.body()).path("items").get(0);
        assertThat(row.path("bizStep").path("name").asString()).isEqualTo("Shipping");
        assertThat(row.path("eventTime").asString()).endsWith("+08:00");
        assertThat(row.path("units").asInt()).isEqualTo(1);
        HttpResponse<String> detail =
                admin.get("/api/events/events/" + encoded(row.path("id").asString()));
        assertThat(detail.statusCode()).as(detail.body()).isEqualTo(200);
        assertThat(json.readTree(detail.body()).path("event").path("type").asString())
                .isEqualTo("ObjectEvent");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String event(String serial) {
        return """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                 "type": "ObjectEvent", "action": "OBSERVE", "bizStep": "shipping", "disposition": "in_transit",
                 "eventTime": "2026-09-10T08:00:00+08:00", "eventTimeZoneOffset": "+08:00",
                 "epcList": ["urn:epc:id:sgtin:6901234.056789.%s"],
                 "readPoint": {"id": "urn:epc:id:sgln:6901234.00001.0"}}""".formatted(serial);
    }

    private static String document(String events) {
        return """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", "type": "EPCISDocument",
                 "schemaVersion": "2.0", "creationDate": "2026-09-10T08:00:00Z", "epcisBody": {"eventList": [%s]}}""".formatted(events);
    }
}
