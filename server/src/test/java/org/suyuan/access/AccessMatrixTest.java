package org.suyuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

/**
 * Who may call what: one row an endpoint, one column a role, each cell proven by a call with a real login. An endpoint
 * without a row fails here; {@code -Daccess.matrix.write=true} writes the file anew, and its diff is what a reviewer reads.
 */
@PlatformTest(properties = "suyuan.test=access")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    static final Path MATRIX = Path.of("src", "test", "resources", "access", "matrix.tsv");
    static final String TAB = "\t";

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrganisationRegister organisations;

    private final Map<String, String> rows = new LinkedHashMap<>();
    private List<String> columns = List.of();

    @BeforeAll
    void call() {
        AccessWorld world = AccessWorld.of(port, jdbc, organisations);
        Map<String, Caller> callers = new LinkedHashMap<>(world.atHome());
        columns = new ArrayList<>(callers.keySet());
        Calls calls = new Calls(world);
        calls.requireKnownThings(Endpoint.all(mappings));
        for (Endpoint endpoint : calls.gentlyOrdered(Endpoint.all(mappings))) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                Caller caller = callers.get(column);
                String outcome = calls.outcome(endpoint, caller);
                if (outcome.equals("401") && !column.equals(AccessWorld.NOBODY)) {
                    caller = world.again(caller);
                    callers.put(column, caller);
                    outcome = calls.outcome(endpoint, caller);
                }
                cells.add(outcome);
            }
            rows.put(endpoint.name().replaceFirst(" ", TAB), String.join(TAB, cells));
        }
    }

    @Test
    void every_role_may_call_what_the_matrix_says_and_nothing_else() throws IOException {
        List<String> now = new ArrayList<>();
        now.add("method" + TAB + "path" + TAB + String.join(TAB, columns));
        new TreeSet<>(rows.keySet()).forEach(endpoint -> now.add(endpoint + TAB + rows.get(endpoint)));
        if (Boolean.getBoolean("access.matrix.write")) {
            Files.createDirectories(MATRIX.getParent());
            Files.write(MATRIX, now);
        }
        assertThat(now)
                .as("who may call what; after a change of mind: -Daccess.matrix.write=true")
                .containsExactlyElementsOf(Files.readAllLines(MATRIX));
    }
}
