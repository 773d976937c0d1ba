package org.suyuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.suyuan.access.AccessWorld.Caller;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** Every endpoint, asked by those who may not: without a login, with one that is over, from elsewhere, for too much. */
@PlatformTest(properties = "suyuan.test=access")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrganisationRegister organisations;

    private List<Endpoint> endpoints = List.of();
    private AccessWorld world;
    private Calls calls;
    private Set<String> open = Set.of();
    private Set<String> needsOnlyALogin = Set.of();

    RefusalsTest(@Autowired JdbcClient jdbc, @Autowired OrganisationRegister organisations, @LocalServerPort int port) {
        this.world = AccessWorld.of(port, jdbc, organisations);
        this.calls = new Calls(world);
    }

    @BeforeAll
    void readMatrix() throws IOException {
        world.atHome();
        endpoints = Endpoint.all(mappings);
        List<String> rows = Files.readAllLines(AccessMatrixTest.MATRIX);
        open = rows.stream()
                .filter(row -> !row.split(AccessMatrixTest.TAB)[2].equals("401"))
                .map(RefusalsTest::name)
                .collect(Collectors.toSet());
        needsOnlyALogin = rows.stream()
                .filter(row ->
                        Arrays.stream(row.split(AccessMatrixTest.TAB)).skip(3).noneMatch("403"::equals))
                .map(RefusalsTest::name)
                .collect(Collectors.toSet());
    }

    @Test
    void without_a_login_or_with_one_that_is_over_nothing_answers() {
        SignedIn gone = world.again(world.atHome().get("expert")).browser();
        String session = gone.cookie("suyuan-session").orElseThrow();
        AccessWorld.ok(gone.delete("/api/identity/session"));
        Caller system = world.system(world.thing("/api/registry/operators/{id}"));
        world.deactivate(system);
        String token = String.valueOf(system.headers().get("Authorization"));
        Map<String, Caller> over = Map.of(
                "no login", header("X-None", "none"),
                "an ended session", header("Cookie", "suyuan-session=" + session),
                "a token of a client that is closed", header("Authorization", token),
                "a token that was changed", header("Authorization", token.substring(0, token.length() - 6) + "AAAAAA"));
        List<String> answered = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            over.forEach((who, caller) -> {
                if (!open.contains(endpoint.name())
                        && !calls.outcome(endpoint, caller).equals("401")) {
                    answered.add(endpoint.name() + " to " + who);
                }
            });
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void a_token_reaches_what_its_scope_names_and_nothing_else() {
        Caller reader = world.system(world.thing("/api/registry/operators/{id}"), List.of("registry:read"));
        List<String> answered = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            boolean named = endpoint.path().startsWith("/api/registry/")
                    && (endpoint.method().equals("GET") || endpoint.path().endsWith("/exports"));
            if (!named
                    && !open.contains(endpoint.name())
                    && !needsOnlyALogin.contains(endpoint.name())
                    && calls.outcome(endpoint, reader).equals(Answers.ALLOWED)) {
                answered.add(endpoint.name());
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void what_is_somebodys_answers_neither_another_tenant_nor_another_region() {
        List<String> answered = new ArrayList<>();
        world.fromElsewhere().forEach((who, caller) -> {
            for (Endpoint endpoint : endpoints) {
                boolean somebodys = endpoint.variables().stream().anyMatch(Things::isSomebodys);
                if (somebodys && calls.outcome(endpoint, caller).equals(Answers.ALLOWED)) {
                    answered.add(endpoint.name() + " to " + who);
                }
            }
        });
        assertThat(answered).isEmpty();
    }

    private Caller header(String name, String value) {
        return new Caller(SignedIn.nobody(port), Map.of(name, value), "");
    }

    private static String name(String row) {
        String[] cells = row.split(AccessMatrixTest.TAB);
        return cells[0] + " " + cells[1];
    }
}
