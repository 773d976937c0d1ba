package org.suyuan.epcis.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.suyuan.epcis.Corpora;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;
import org.suyuan.epcis.json.DocumentHead;
import org.suyuan.epcis.json.EpcisJsonReader;
import org.suyuan.epcis.json.ReadOutcome;
import org.suyuan.epcis.json.ReadResult;

/** The vectors of the reference implementation of the CBV event hash, JSON inputs. */
class PublishedVectorsTest {

    private static final String FOLDER = "event-hash-ralphtro/tests";

    /** Pre-hash files beside right hashes that do not hash to them: they are torn or belong to another version. */
    private static final Set<String> PRE_HASHES_THAT_CONTRADICT_THEIR_HASHES =
            Set.of("epcisDocWithAllGS1Keys", "epcisDocWithCustomSchemaInContext", "epcisDocWithDefaultSchemaInContext");

    @TestFactory
    Stream<DynamicTest> every_event_has_the_published_hash() {
        return Corpora.files(FOLDER + "/examples", ".jsonld").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Document document = read(file);
                    assertThat(document.hashes()).containsExactlyElementsOf(lines(file, ".hashes"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_event_has_the_published_pre_hash() {
        return Corpora.files(FOLDER + "/examples", ".jsonld").stream()
                .filter(file -> Files.exists(sibling(file, ".prehashes")))
                .filter(file -> !PRE_HASHES_THAT_CONTRADICT_THEIR_HASHES.contains(name(file)))
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Document document = read(file);
                    assertThat(document.preHashes()).containsExactlyElementsOf(lines(file, ".prehashes"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> events_that_are_said_to_be_equal_are_equal() {
        return Corpora.files(FOLDER + "/expected_equal", ".json").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    List<String> hashes = read(file).hashes();
                    assertThat(hashes).hasSizeGreaterThan(1);
                    assertThat(new HashSet<>(hashes)).hasSize(1);
                }));
    }

    private record Document(List<EpcisEvent> events, Set<String> ignored) {
        List<String> hashes() {
            return events.stream().map(event -> EventHash.of(event, ignored)).toList();
        }

        List<String> preHashes() {
            return events.stream()
                    .map(event -> EventHash.preHash(event, ignored))
                    .toList();
        }
    }

    private static Document read(Path file) throws IOException {
        List<EpcisEvent> events = new ArrayList<>();
        ReadOutcome outcome = new EpcisJsonReader().read(new ByteArrayInputStream(Files.readAllBytes(file)), result -> {
            switch (result) {
                case ReadResult.Accepted accepted -> events.add(accepted.event());
                case ReadResult.Rejected rejected ->
                    assertThat(rejected.violations()).isEmpty();
            }
        });
        assertThat(outcome).isInstanceOf(ReadOutcome.Complete.class);
        return new Document(events, ignoredBy(((ReadOutcome.Complete) outcome).head()));
    }

    /** The vectors name what a repository added to the events in an extension of the document. */
    private static Set<String> ignoredBy(DocumentHead head) {
        Set<String> ignored = new HashSet<>();
        List<Extension> extensions = new ArrayList<>(head.extensions());
        DocumentHead.Query query = head.query();
        if (query != null) {
            extensions.addAll(query.extensions());
        }
        for (Extension extension : extensions) {
            if (extension.name().localName().equals("ignoreFields")
                    && extension.value() instanceof ExtensionValue.Sequence(List<ExtensionValue> items)) {
                items.forEach(item -> ignored.add(fullName(item, head.context())));
            }
        }
        return ignored;
    }

    private static String fullName(ExtensionValue item, LdContext context) {
        String written = ((ExtensionValue.Text) item).value();
        return context.resolve(written)
                .map(name -> name.namespace() + name.localName())
                .orElse(written);
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.indexOf('.'));
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(name(file) + ending);
    }

    private static List<String> lines(Path file, String ending) throws IOException {
        return Files.readAllLines(sibling(file, ending)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
