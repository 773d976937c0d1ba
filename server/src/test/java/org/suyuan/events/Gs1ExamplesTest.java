package org.suyuan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.hash.EventHash;
import org.suyuan.epcis.json.EpcisJsonReader;
import org.suyuan.epcis.json.ReadResult;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.PlatformTest;

/**
 * GS1's own JSON examples go in and come back with the same meaning. They are read from beside the project where they
 * are; without them, {@link CaptureTest} and the codec's fixtures stand alone. Some examples use one event id for several
 * different events, so each is captured into an empty store.
 */
@PlatformTest(properties = "suyuan.test=gs1-examples")
class Gs1ExamplesTest {
    private static final Path EXAMPLES = Path.of("../../shared/corpora/gs1-epcis/JSON");

    /** Examples that are themselves wrong, and the one finding each must meet. */
    private static final Map<String, String> FAULTY =
            Map.of("AssociationEvent-h.jsonld", "/epcisBody/eventList/0/eventID: given twice");

    @Autowired
    Captures captures;

    @Autowired
    Events events;

    @Autowired
    EventStore store;

    @Autowired
    JdbcClient jdbc;

    private final Actor platform =
            new Actor(new ActorId(UUID.randomUUID()), "gs1", EnumSet.allOf(Permission.class), new Scope.Everything());

    @TestFactory
    Stream<DynamicTest> every_example_comes_back_as_it_went_in() {
        return documents()
                .map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> {
                    String fault = FAULTY.get(file.getFileName().toString());
                    if (fault == null) {
                        comesBack(file);
                    } else {
                        isRefused(file, fault);
                    }
                }));
    }

    private static Stream<Path> documents() {
        if (!Files.isDirectory(EXAMPLES)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.jsonl?d?"))
                    .filter(file -> !file.toString().contains("CaptureJob"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comesBack(Path file) throws IOException {
        byte[] document = Files.readAllBytes(file);
        List<EpcisEvent> sent = events(document);
        CaptureOutcome.Judged judged = capture(document);
        assertThat(judged.job().errors()).isEmpty();
        assertThat(sent).isNotEmpty().hasSize(judged.job().stored());
        List<EpcisEvent> back =
                store.bySeq(seqs()).stream().map(EventCodec::asCaptured).toList();
        assertThat(back).hasSameSizeAs(sent);
        assertThat(back.stream().map(EventHash::of))
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(EventHash::of).toList());
        assertThat(back)
                .extracting(EpcisEvent::eventID)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(EpcisEvent::eventID).toList());
        assertThat(judged.eventIds())
                .allSatisfy(id -> assertThat(events.find(id, platform)).isPresent());
    }

    private void isRefused(Path file, String fault) throws IOException {
        CaptureOutcome.Judged judged = capture(Files.readAllBytes(file));
        assertThat(judged.job().stored()).isZero();
        assertThat(judged.job().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith(fault));
    }

    private CaptureOutcome.Judged capture(byte[] document) {
        jdbc.sql("TRUNCATE events.event").update();
        return (CaptureOutcome.Judged)
                captures.capture(new ByteArrayInputStream(document), ErrorBehaviour.ROLLBACK, platform);
    }

    private List<Long> seqs() {
        return jdbc.sql("SELECT seq FROM events.event").query(Long.class).list();
    }

    private static List<EpcisEvent> events(byte[] document) {
        List<EpcisEvent> events = new ArrayList<>();
        new EpcisJsonReader().read(new ByteArrayInputStream(document), result -> {
            if (result instanceof ReadResult.Accepted accepted) {
                events.add(accepted.event());
            }
        });
        return events;
    }
}
