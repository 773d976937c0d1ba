package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** Walks every handler of the platform, those of modules yet to come included. */
@PlatformTest
class EveryPathNeedsALoginTests {
    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void what_is_not_in_the_public_list_is_401_for_strangers() {
        SignedIn stranger = SignedIn.nobody(port);
        Set<String> asked = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo handler : mapping.getHandlerMethods().keySet()) {
                for (String pattern : handler.getPatternValues()) {
                    methods(handler)
                            .filter(method -> !isPublic(method, pattern))
                            .forEach(method -> {
                                String path = pattern.replaceAll("\\{\\*[^}]+}", "x")
                                        .replaceAll("\\{[^}]+}", "x")
                                        .replace("/**", "/x")
                                        .replace("*", "x");
                                String body = method.equals("GET") || method.equals("HEAD") ? "" : "{}";
                                var answer = stranger.send(method, path, body, Map.of());
                                assertThat(answer.statusCode())
                                        .as(method + " " + pattern)
                                        .isEqualTo(401);
                                asked.add(method + " " + pattern);
                            });
                }
            }
        }
        assertThat(asked)
                .contains("GET /api/identity/people", "PUT /api/identity/me/password", "POST /api/identity/clients");
    }

    @Test
    void paths_that_no_handler_knows_are_401_too() {
        for (String path :
                List.of("/epcis/events", "/api/none", "/actuator/env", "/actuator", "/openapi", "/oauth2/x")) {
            var answer = SignedIn.nobody(port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("\"type\":\"/problems/login-required\"", "\"status\":401");
        }
    }

    @Test
    void answers_carry_the_headers_that_keep_browsers_safe() {
        var headers = SignedIn.nobody(port).get("/api/identity/session").headers();

        assertThat(headers.firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("referrer-policy")).hasValue("same-origin");
        assertThat(headers.firstValue("cache-control").orElse("")).contains("no-store");
    }

    private static Stream<String> methods(RequestMappingInfo handler) {
        Set<RequestMethod> methods = handler.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
    }

    private static boolean isPublic(String method, String pattern) {
        PathContainer path = PathContainer.parsePath(pattern.replaceAll("\\{[^}]+}", "x"));
        Stream<String> paths = method.equals("GET") || method.equals("HEAD")
                ? Stream.concat(PublicPaths.READ.stream(), PublicPaths.LOGIN.stream())
                : PublicPaths.LOGIN.stream();
        return paths.anyMatch(
                open -> PathPatternParser.defaultInstance.parse(open).matches(path));
    }
}
