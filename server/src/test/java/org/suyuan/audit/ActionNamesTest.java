package org.suyuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.suyuan.testing.PlatformTest;

@PlatformTest
class ActionNamesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "suyuan");
    private static final Pattern TELLS_THE_TRAIL = Pattern.compile("\\b(Deed|AuditedRead|AuditTrail)\\b");
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:\\.[a-z][a-z-]*){2})\"");

    @Autowired
    MessageSource messages;

    @Test
    void every_action_that_the_code_records_has_a_name_in_both_languages() {
        Set<String> actions = actions();
        assertThat(actions).contains("audit.entry.listed");
        for (String action : actions) {
            assertThat(messages.getMessage("audit." + action, null, "", Locale.SIMPLIFIED_CHINESE))
                    .as("audit." + action)
                    .containsPattern("\\p{IsHan}");
            assertThat(messages.getMessage("audit." + action, null, "", Locale.ENGLISH))
                    .as("audit." + action)
                    .isNotBlank()
                    .doesNotContainPattern("\\p{IsHan}");
        }
    }

    /** Texts of the form module.noun.verb in classes that speak to the trail; constants count as well as arguments. */
    private static Set<String> actions() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> modules = modules();
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ActionNamesTest::text)
                    .filter(text -> TELLS_THE_TRAIL.matcher(text).find())
                    .flatMap(text -> ACTION.matcher(text).results())
                    .map((MatchResult match) -> match.group(1))
                    .filter(action -> modules.contains(action.substring(0, action.indexOf('.'))))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
