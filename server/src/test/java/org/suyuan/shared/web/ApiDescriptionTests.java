package org.suyuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.suyuan.testing.PlatformTest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description is what the platform says of itself. After a change of the API, run this test with
 * {@code -Dopenapi.write=true} and read the difference before committing it.
 */
@PlatformTest
class ApiDescriptionTests {
    private static final Path COMMITTED = Path.of("..", "openapi", "suyuan.json");
    private static final String PATH = "/openapi";

    @Autowired
    OpenApiWebMvcResource descriptions;

    @Test
    void the_committed_api_description_is_the_one_the_platform_gives() throws Exception {
        byte[] given = descriptions.openapiJson(new MockHttpServletRequest("GET", PATH), PATH, Locale.ENGLISH);
        String current = sorted(new String(given, StandardCharsets.UTF_8));
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, current);
        }
        assertThat(Files.readString(COMMITTED))
                .as("openapi/suyuan.json (expected: as at /openapi; write it with -Dopenapi.write=true)")
                .isEqualTo(current);
    }

    /** One order and one layout, so that a difference shows what changed and nothing else. */
    private static String sorted(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        return mapper.writeValueAsString(mapper.readValue(json, Object.class)).replace("\r\n", "\n") + "\n";
    }
}
