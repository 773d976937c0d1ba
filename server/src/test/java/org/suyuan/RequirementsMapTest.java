package org.suyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/requirements.md to its word. */
class RequirementsMapTest {

    private static final Path PROJECT = Path.of("..");
    private static final String NONE = "–";

    /** How many requirements each founding document holds. */
    private static final Map<Integer, Integer> REQUIREMENTS_BY_SEED =
            new TreeMap<>(Map.of(0, 80, 1, 28, 2, 46, 3, 93, 4, 47));

    private static final Set<String> STATES = Set.of("done", "part", "not yet", "policy");

    private static final Set<String> MODULES = Set.of(
            "shared",
            "audit",
            "files",
            "deadlines",
            "organisations",
            "desk",
            "registry",
            "knowledge",
            "transparency",
            "events",
            "credit",
            "identity",
            "codes",
            "trace",
            "cases",
            "risk",
            "recall",
            "inspection",
            "complaints",
            "ledger",
            "exchange",
            "portal");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private final List<Requirement> table = readTable();

    @Test
    void every_requirement_of_the_five_documents_stands_in_the_table_once_and_in_order() {
        List<String> expected = REQUIREMENTS_BY_SEED.entrySet().stream()
                .flatMap(seed -> IntStream.rangeClosed(1, seed.getValue()).mapToObj(n -> "R" + seed.getKey() + "." + n))
                .toList();
        assertThat(table).extracting(Requirement::number).containsExactlyElementsOf(expected);
    }

    @Test
    void every_state_and_every_module_is_a_known_one() {
        assertThat(table).allSatisfy(requirement -> {
            assertThat(STATES).contains(requirement.state());
            assertThat(requirement.module())
                    .satisfiesAnyOf(
                            module -> assertThat(module).isEqualTo(NONE),
                            module -> assertThat(MODULES).contains(module));
        });
    }

    @Test
    void what_is_fulfilled_names_its_module_and_what_is_done_names_its_test() {
        assertThat(table)
                .filteredOn(requirement -> Set.of("done", "part").contains(requirement.state()))
                .allSatisfy(requirement -> assertThat(requirement.module()).isNotEqualTo(NONE));
        assertThat(table)
                .filteredOn(requirement -> requirement.state().equals("done"))
                .allSatisfy(requirement -> assertThat(requirement.tests()).isNotEmpty());
    }

    @Test
    void every_test_named_in_the_table_exists() {
        Set<String> existing = testsInTheSourceTree();
        assertThat(table).allSatisfy(requirement -> assertThat(existing).containsAll(requirement.tests()));
    }

    /** Java tests by class name, browser tests by path from the project's root. */
    private static Set<String> testsInTheSourceTree() {
        Stream<Path> classes = Stream.of("epcis", "tlog", "server", "benchmarks")
                .map(module -> PROJECT.resolve(module).resolve("src/test/java"))
                .flatMap(folder -> filesBelow(folder, ".java"));
        Stream<Path> specs = filesBelow(PROJECT.resolve("web/e2e"), ".spec.ts");
        return Stream.concat(
                        classes.map(file -> file.getFileName().toString().replace(".java", "")),
                        specs.map(file -> PROJECT.relativize(file).toString()))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> filesBelow(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Requirement> readTable() {
        try {
            return Files.readAllLines(PROJECT.resolve("docs/requirements.md")).stream()
                    .filter(line -> line.startsWith("| R"))
                    .map(Requirement::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Requirement(String number, String what, String module, List<String> tests, String state) {

        private static final int CELLS = 5;

        /** Reads {@code | number | what | module | tests | state |}. */
        static Requirement of(String line) {
            List<String> cells =
                    Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(CELLS);
            List<String> tests = QUOTED.matcher(cells.get(3))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(tests.isEmpty()).as(line).isEqualTo(cells.get(3).equals(NONE));
            return new Requirement(cells.get(0), cells.get(1), cells.get(2), tests, cells.get(4));
        }
    }
}
