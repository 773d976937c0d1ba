package org.suyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.testing.PlatformTest;

@PlatformTest
class PlatformStartsTests {

    @LocalServerPort
    int port;

    @Test
    void the_platform_starts_and_says_that_it_is_ready() throws Exception {
        assertThat(get("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
