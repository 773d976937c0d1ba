package org.suyuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.suyuan.access.AccessWorld.Caller;

/** Calls any endpoint with something that exists and a body that can be read. */
final class Calls {
    /** What a generated value cannot know: texts that have to mean something before anybody looks at permissions. */
    private static final Map<String, String> QUERIES = Map.of(
            "GET /api/trace/timeline", "?unit=https://id.gs1.org/01/06901234567892/21/1",
            "GET /api/trace", "?unit=https://id.gs1.org/01/06901234567892/21/1",
            "GET /api/codes/verifications", "?unit=https://id.gs1.org/01/06901234567892/21/1");

    /** Bodies likewise. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/registry/operators/imports", "{}"),
            Map.entry("POST /api/registry/sites/imports", "{}"),
            Map.entry("POST /api/registry/products/imports", "{}"),
            Map.entry("POST /api/registry/lots/imports", "{}"),
            Map.entry("POST /api/deadlines/calendars", "{\"notice\": 2030, \"source\": \"x\", \"days\": []}"),
            Map.entry(
                    "POST /api/desk/tasks/{id}/assignments",
                    "{\"organisation\": \"01900000-0000-7000-8000-00000000ffff\"}"),
            // Refused for its empty names, after the permission and before a role has changed.
            Map.entry("PUT /api/identity/roles/{code}", """
                    {"nameZh": "", "nameEn": "", "permissions": [], "reach": "ORGANISATION", "assignableTo": [],
                     "secondFactorRequired": false}
                    """),
            Map.entry("POST /api/identity/posts/{id}/ends", "{\"to\": \"2000-01-01\", \"reason\": \"\"}"));

    /** A file, sent as a form sends it. */
    private static final String PART = """
            --part
            Content-Disposition: form-data; name="file"; filename="a.txt"
            Content-Type: text/plain

            a
            --part--
            """.replace("\n", "\r\n");

    private final AccessWorld world;

    Calls(AccessWorld world) {
        this.world = world;
    }

    /** A kind of thing that nobody entered is found before anything is called. */
    void requireKnownThings(List<Endpoint> endpoints) {
        assertThat(endpoints.stream()
                        .flatMap(endpoint -> endpoint.variables().stream())
                        .filter(variable -> world.thing(variable) == null)
                        .distinct())
                .as("variables of paths that org.suyuan.access.Things does not know; say there whose the thing is")
                .isEmpty();
    }

    /** What ends sessions, keys and people comes last, so that everybody is still there for the rest. */
    List<Endpoint> gentlyOrdered(List<Endpoint> endpoints) {
        List<Endpoint> ordered = new ArrayList<>(endpoints);
        ordered.sort(Comparator.comparingInt(Calls::ends));
        return ordered;
    }

    private static int ends(Endpoint endpoint) {
        if (endpoint.path().endsWith("/deactivations")) {
            return 2;
        }
        boolean ends = endpoint.path().matches(".*(revocations|passwords|resets|removals)$")
                || endpoint.method().equals("DELETE")
                || endpoint.path().contains("/session");
        return ends ? 1 : 0;
    }

    String outcome(Endpoint endpoint, Caller caller) {
        return Answers.outcome(call(endpoint, caller));
    }

    HttpResponse<String> call(Endpoint endpoint, Caller caller) {
        String path = endpoint.path();
        List<String> variables = endpoint.variables();
        for (String variable : variables) {
            String value = Objects.requireNonNull(world.thing(variable));
            path = path.replaceFirst("\\{[^/]+?}(?=/|$)", value);
        }
        path = path.replace("/**", "/x");
        String query = QUERIES.getOrDefault(endpoint.name(), MinimalBody.query(endpoint));
        Map<String, String> headers = new HashMap<>();
        boolean reads = endpoint.method().matches("GET|HEAD|OPTIONS|DELETE");
        String body = reads ? "" : BODIES.getOrDefault(endpoint.name(), MinimalBody.of(endpoint));
        headers.put(HttpHeaders.CONTENT_TYPE, endpoint.body().toString());
        if (endpoint.body().equals(MediaType.MULTIPART_FORM_DATA)) {
            headers.put(HttpHeaders.CONTENT_TYPE, endpoint.body() + "; boundary=part");
            body = PART;
        }
        return caller.send(endpoint.method(), path + query, body, headers);
    }
}
