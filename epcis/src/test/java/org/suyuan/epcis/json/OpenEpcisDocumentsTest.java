package org.suyuan.epcis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The JSON documents of the OpenEPCIS project: what another implementation sends is read, or refused for a reason. */
class OpenEpcisDocumentsTest {

    private static final String LIST = "/openepcis-test-resources.list";

    /** Documents with a fault, and the rule that each breaks. */
    private static final Map<String, String> WRONG = Map.of(
            // An unprefixed field that neither the standard nor the document's context knows.
            "Capture/Documents/AggregationEvent_with_userExtensions.json", "/extension: ",
            "Capture/Documents/AssociationEvent_with_userExtensions.json", "/extension: ",
            // A word in GS1's namespace that GS1 did not define.
            "Capture/Documents/CurieString_document.json", "cbv:my_own_party",
            "Query/CurieString_document.json", "cbv:my_own_party",
            // Master data attributes without their prefix cbvmda.
            "Capture/Documents/ObjectEvent_all_possible_fields.json", "/ilmd/countryOfExport: ",
            // Measurement types of drafts before the standard was published.
            "Capture/Documents/TransactionEvent_with_userExtensions.json", "EffectiveDoseRate",
            "Query/TransactionEvent_with_userExtensions.json", "EffectiveDoseRate",
            "Capture/Documents/SensorData_with_combined_events.json", "Molar_concentration",
            "Query/SensorData_with_combined_events.json", "Molar_concentration");

    @TestFactory
    Stream<DynamicTest> documents_of_another_implementation_are_read() throws IOException {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<Violation> findings = findings(resource("/" + name));
                    String wrong = WRONG.get(name.substring(name.indexOf("JSON/") + 5));
                    if (wrong == null) {
                        assertThat(findings).isEmpty();
                    } else {
                        assertThat(findings)
                                .extracting(Violation::message)
                                .anySatisfy(message -> assertThat(message).contains(wrong));
                    }
                }));
    }

    private static List<String> names() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(resource(LIST)), StandardCharsets.UTF_8))) {
            List<String> names = reader.lines()
                    .map(String::strip)
                    .filter(line -> line.contains("2.0/EPCIS/JSON/") && line.endsWith(".json"))
                    // Query definitions are no event documents.
                    .filter(line -> !line.toLowerCase(java.util.Locale.ROOT).contains("querydocumentwithe")
                            && !line.contains("queryDocumentWithAction"))
                    .map(line -> line.substring(line.indexOf("2.0/")))
                    .toList();
            assertThat(names).hasSizeGreaterThan(30);
            return names;
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = OpenEpcisDocumentsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static List<Violation> findings(byte[] json) {
        List<Violation> findings = new ArrayList<>();
        ReadOutcome outcome = new EpcisJsonReader().read(new ByteArrayInputStream(json), result -> {
            if (result instanceof ReadResult.Rejected rejected) {
                findings.addAll(rejected.violations());
            }
        });
        assertThat(outcome)
                .isInstanceOfSatisfying(ReadOutcome.Complete.class, complete -> findings.addAll(complete.violations()));
        return findings;
    }
}
