package org.suyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Server-rendered pages show data as text and hold no script of their own (docs/security.md). */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** What would let a text become markup, or a page run something that the content policy has to stop. */
    private static final List<String> UNSAFE =
            List.of("th:utext", "[(", "<script>", " onclick=", " onload=", "javascript:", "__${");

    @Test
    void no_page_shows_a_text_unescaped() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> pages = files.filter(Files::isRegularFile).toList();
            assertThat(pages).isNotEmpty();
            for (Path page : pages) {
                assertThat(Files.readString(page)).as(page.toString()).doesNotContain(UNSAFE);
            }
        }
    }
}
