package org.suyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md to its word. */
class SecurityMapTest {
    private static final Path PROJECT = Path.of("..");

    /**
     * Requirements of level 1 and 2 in OWASP ASVS 5.0, section by section: {@code 1.2: 1-9} are 1.2.1 to 1.2.9. Chapter 17
     * (WebRTC) is answered as a whole.
     */
    private static final String REQUIREMENTS = """
            1.1: 1-2; 1.2: 1-9; 1.3: 1-11; 1.4: 1-3; 1.5: 1-2
            2.1: 1-3; 2.2: 1-3; 2.3: 1-4; 2.4: 1-1
            3.2: 1-2; 3.3: 1-4; 3.4: 1-6; 3.5: 1-5; 3.7: 1-2
            4.1: 1-3; 4.2: 1-1; 4.3: 1-2; 4.4: 1-4
            5.1: 1-1; 5.2: 1-3; 5.3: 1-2; 5.4: 1-3
            6.1: 1-3; 6.2: 1-11; 6.3: 1-3; 6.4: 1-4; 6.5: 1-5; 6.6: 1-3; 6.8: 1-3
            7.1: 1-3; 7.2: 1-4; 7.3: 1-2; 7.4: 1-5; 7.5: 1-2; 7.6: 1-2
            8.1: 1-2; 8.2: 1-3; 8.3: 1-1; 8.4: 1-1
            9.1: 1-3; 9.2: 1-4
            10.1: 1-2; 10.2: 1-2; 10.3: 1-4; 10.4: 1-11; 10.5: 1-5; 10.6: 1-2; 10.7: 1-3
            11.1: 1-2; 11.2: 1-3; 11.3: 1-3; 11.4: 1-3; 11.5: 1-1; 11.6: 1-1
            12.1: 1-3; 12.2: 1-2; 12.3: 1-4
            13.1: 1-1; 13.2: 1-5; 13.3: 1-2; 13.4: 1-5
            14.1: 1-2; 14.2: 1-4; 14.3: 1-3
            15.1: 1-3; 15.2: 1-3; 15.3: 1-7
            16.1: 1-1; 16.2: 1-5; 16.3: 1-4; 16.4: 1-3; 16.5: 1-3
            """;

    private static final Set<String> STATES = Set.of("met", "part", "not met", "operator", "n/a");

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests?|[\\w-]+\\.(?:spec|test)\\.ts)`");

    private record Line(String number, String asks, String state, String reason) {}

    private final List<Line> table = readTable();

    @Test
    void every_requirement_of_levels_1_and_2_stands_in_the_table_once_and_in_order() {
        assertThat(table).extracting(Line::number).containsExactlyElementsOf(requirements());
    }

    @Test
    void every_line_has_a_known_state_and_a_test_or_a_reason() {
        assertThat(table).allSatisfy(line -> {
            assertThat(STATES).contains(line.state());
            assertThat(line.reason().strip()).isNotEmpty();
        });
    }

    @Test
    void every_test_named_exists() throws IOException {
        Set<String> existing = testsInTheSourceTree();
        List<String> missing = table.stream()
                .flatMap(line -> TEST.matcher(line.reason())
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !existing.contains(name))
                        .map(name -> line.number() + " " + name))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static List<String> requirements() {
        List<String> numbers = new ArrayList<>();
        for (String section : REQUIREMENTS.strip().split("[;\\n]\\s*")) {
            String[] parts = section.strip().split("[: -]+");
            for (int n = Integer.parseInt(parts[1]); n <= Integer.parseInt(parts[2]); n++) {
                numbers.add(parts[0] + "." + n);
            }
        }
        return numbers;
    }

    private static List<Line> readTable() {
        try (Stream<String> lines = Files.lines(PROJECT.resolve("docs/security.md"))) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> new Line(row.group(1), row.group(2), row.group(3), row.group(4)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> testsInTheSourceTree() throws IOException {
        List<Path> roots = Stream.of("epcis/src/test", "tlog/src/test", "server/src/test", "web/tests", "web/e2e")
                .map(PROJECT::resolve)
                .toList();
        List<String> names = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                        .forEach(names::add);
            }
        }
        return names.stream().collect(Collectors.toUnmodifiableSet());
    }
}
