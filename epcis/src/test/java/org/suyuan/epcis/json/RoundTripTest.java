package org.suyuan.epcis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.suyuan.epcis.Corpora;
import org.suyuan.epcis.event.DateTimeStamp;

/** What is read comes back with the same meaning. */
class RoundTripTest {

    @Test
    void a_document_with_every_field_comes_back_equal() throws IOException {
        comesBackEqual(ownFixture());
    }

    @Test
    void every_event_of_a_document_is_read_again_from_its_stored_bytes() throws IOException {
        for (ReadResult.Accepted event : accepted(ownFixture())) {
            byte[] stored = event.json();
            ReadResult.Accepted again = accepted(stored).getFirst();
            assertThat(again.event()).isEqualTo(event.event());
            assertThat(again.json()).isEqualTo(stored);
        }
    }

    @Test
    void stored_events_are_copied_into_a_query_answer_without_reading_them_again() throws IOException {
        List<ReadResult.Accepted> events = accepted(ownFixture());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentHead head = DocumentHead.ofQuery(DateTimeStamp.of("2026-09-20T00:00:00Z"), "SimpleEventQuery", null);
        try (EpcisJsonWriter.Document document = EpcisJsonWriter.open(head, out)) {
            events.forEach(event -> document.writeStored(event.json()));
        }
        assertThat(accepted(out.toByteArray()).stream().map(ReadResult.Accepted::event))
                .containsExactlyElementsOf(
                        events.stream().map(ReadResult.Accepted::event).toList());
    }

    /**
     * Files of GS1's repository that GS1's own JSON schema refuses, or that say two things at once, with the pointer of
     * the finding. All but the first stand in the older folder {@code JSON-simple-context}.
     */
    private static final Map<String, String> WRONG_IN_GS1S_REPOSITORY = Map.ofEntries(
            // Two different event identifiers in one event.
            Map.entry("JSON/AssociationEvent/AssociationEvent-h.jsonld", "/epcisBody/eventList/0/eventID"),
            Map.entry(
                    "JSON-simple-context/AssociationEvent/AssociationEvent-h.jsonld", "/epcisBody/eventList/0/eventID"),
            // An object where the schema wants an array.
            Map.entry(
                    "JSON-simple-context/Example-TransactionEvents-2020_07_03y.jsonld",
                    "/epcisBody/eventList/1/sourceList"),
            // "id" for "eventID", equal in JSON-LD but no property of an event in the schema.
            Map.entry("JSON-simple-context/PersistentDisposition-example.jsonld", "/epcisBody/eventList/0/id"),
            // A number for the version.
            Map.entry("JSON-simple-context/WithSensorData/SensorDataExample17.jsonld", "/schemaVersion"),
            // "type" in a sensor element, which the schema does not have.
            wrongSensorType("WithFullCombinationOfFields/aggregation_event_all_possible_fields"),
            wrongSensorType("WithFullCombinationOfFields/association_event_all_possible_fields"),
            wrongSensorType("WithFullCombinationOfFields/object_event_all_possible_fields"),
            wrongSensorType("WithFullCombinationOfFields/transaction_event_all_possible_fields"),
            wrongSensorType("WithFullCombinationOfFields/transformation_event_all_possible_fields"),
            wrongSensorType("WithSensorData/SensorDataExample12"),
            wrongSensorType("WithSensorData/SensorDataExample14"),
            wrongSensorType("WithSensorData/SensorDataExample15"));

    private static Map.Entry<String, String> wrongSensorType(String name) {
        return Map.entry("JSON-simple-context/" + name + ".jsonld", "/epcisBody/eventList/0/sensorElementList/0/type");
    }

    @TestFactory
    Stream<DynamicTest> gs1sOwnExamplesComeBackEqual() {
        Path root = Corpora.path("gs1-epcis");
        return Stream.of("gs1-epcis/JSON", "gs1-epcis/JSON-simple-context")
                .flatMap(folder -> Corpora.files(folder, ".jsonld").stream())
                .map(file -> {
                    String name = root.relativize(file).toString();
                    String wrong = WRONG_IN_GS1S_REPOSITORY.get(name);
                    return DynamicTest.dynamicTest(name, () -> {
                        byte[] json = Files.readAllBytes(file);
                        if (wrong == null) {
                            comesBackEqual(json);
                        } else {
                            assertThat(findings(json).stream().map(Violation::pointer))
                                    .contains(wrong);
                        }
                    });
                });
    }

    private static List<Violation> findings(byte[] json) {
        List<Violation> findings = new ArrayList<>();
        ReadOutcome outcome = new EpcisJsonReader().read(new ByteArrayInputStream(json), result -> {
            if (result instanceof ReadResult.Rejected rejected) {
                findings.addAll(rejected.violations());
            }
        });
        if (outcome instanceof ReadOutcome.Complete complete) {
            findings.addAll(complete.violations());
        }
        return findings;
    }

    static byte[] ownFixture() throws IOException {
        try (InputStream in = RoundTripTest.class.getResourceAsStream("/epcis/every-field.json")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    static List<ReadResult.Accepted> accepted(byte[] json) {
        List<ReadResult.Accepted> events = new ArrayList<>();
        ReadOutcome outcome = new EpcisJsonReader().read(new ByteArrayInputStream(json), result -> {
            switch (result) {
                case ReadResult.Accepted event -> events.add(event);
                case ReadResult.Rejected rejected ->
                    assertThat(rejected.violations()).isEmpty();
            }
        });
        assertThat(outcome).isInstanceOf(ReadOutcome.Complete.class);
        assertThat(((ReadOutcome.Complete) outcome).violations()).isEmpty();
        return events;
    }

    private static void comesBackEqual(byte[] json) {
        List<ReadResult.Accepted> events = new ArrayList<>();
        ReadOutcome outcome = new EpcisJsonReader().read(new ByteArrayInputStream(json), result -> {
            switch (result) {
                case ReadResult.Accepted event -> events.add(event);
                case ReadResult.Rejected rejected ->
                    assertThat(rejected.violations()).isEmpty();
            }
        });
        assertThat(outcome).isInstanceOf(ReadOutcome.Complete.class);
        ReadOutcome.Complete complete = (ReadOutcome.Complete) outcome;
        assertThat(complete.violations()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (complete.head().kind() == DocumentHead.Kind.EVENT) {
            EpcisJsonWriter.write(events.getFirst().event(), out);
        } else {
            try (EpcisJsonWriter.Document document = EpcisJsonWriter.open(complete.head(), out)) {
                events.forEach(event -> document.write(event.event()));
            }
        }
        assertThat(JsonMeaning.of(out.toByteArray())).isEqualTo(JsonMeaning.of(json));
    }
}
