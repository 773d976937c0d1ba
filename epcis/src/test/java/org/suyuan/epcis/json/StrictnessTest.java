package org.suyuan.epcis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader refuses, where it says the fault is, and what it says about it. */
class StrictnessTest {

    private static final String GOOD = """
            {"type": "ObjectEvent", "eventTime": "2026-09-18T06:30:00+08:00", "eventTimeZoneOffset": "+08:00",
             "action": "OBSERVE", "epcList": ["urn:epc:id:sgtin:6912345.001111.1"]}""";

    /** Each line: what is added to (or replaced in) a good event, the pointer of the finding, a part of its rule. */
    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "eventTime": "2026-09-18T06:30:00"                    | eventTime                | zone
            "eventTime": "2026-02-30T06:30:00Z"                   | eventTime                | date and time
            "eventTime": "18.9.2026"                              | eventTime                | date and time
            "eventTime": 20260918                                 | eventTime                | a string
            "eventTimeZoneOffset": "+8"                           | eventTimeZoneOffset      | +08:00
            "eventTimeZoneOffset": "+14:30"                       | eventTimeZoneOffset      | 14:00
            "eventTimeZoneOffset": "Z"                            | eventTimeZoneOffset      | +08:00
            "recordTime": "yesterday"                             | recordTime               | zone
            "eventID": "no uri"                                   | eventID                  | absolute URI
            "action": "observe"                                   | action                   | ADD, OBSERVE or DELETE
            "action": null                                        | action                   | a string
            "type": "ProductEvent"                                | type                     | ObjectEvent
            "bizStep": "shiping"                                  | bizStep                  | CBV
            "bizStep": "cbv:BizStep-shiping"                      | bizStep                  | CBV
            "bizStep": "urn:epcglobal:cbv:bizstep:shiping"        | bizStep                  | CBV
            "bizStep": "https://ref.gs1.org/cbv/BizStep-shiping"  | bizStep                  | CBV
            "bizStep": "urn:epcglobal:cbv:disp:active"            | bizStep                  | CBV
            "bizStep": ["shipping"]                               | bizStep                  | a string
            "disposition": "shipping"                             | disposition              | CBV
            "persistentDisposition": {}                           | persistentDisposition/set | set or unset
            "persistentDisposition": {"set": ["active", "cbv:Disp-active"]} | persistentDisposition/set | once
            "persistentDisposition": {"set": [], "was": 1}        | persistentDisposition/was | only the fields
            "epcList": "urn:epc:id:sgtin:6912345.001111.1"        | epcList                  | an array
            "epcList": ["6912345001111"]                          | epcList/0                | absolute URI
            "epcList": [7]                                        | epcList/0                | a string
            "epcList": ["urn:a:b", "urn:a:b"]                     | epcList                  | once
            "epcList": []                                         | epcList                  | epcList or quantityList
            "quantityList": [{"quantity": 1}]                     | quantityList/0/epcClass  | required
            "quantityList": [{"epcClass": "urn:a:b", "quantity": "1"}] | quantityList/0/quantity | a number
            "quantityList": [{"epcClass": "urn:a:b", "quantity": -3}]  | quantityList/0/quantity | >= 0
            "quantityList": [{"epcClass": "urn:a:b", "quantity": 1, "uom": "kg"}] | quantityList/0/uom | UN/CEFACT
            "quantityList": [{"epcClass": "urn:a:b", "uom": "KGM"}] | quantityList/0/uom     | no quantity
            "quantityList": [{"epcClass": "urn:a:b", "quantity": 1e99999999}] | quantityList/0/quantity | digits
            "quantityList": [{"epcClass": "urn:a:b", "x:y": 1}]   | quantityList/0/x:y       | only the fields
            "readPoint": "urn:epc:id:sgln:6912345.00001.5"        | readPoint                | an object
            "readPoint": {}                                       | readPoint/id             | required
            "bizLocation": {"id": "here"}                         | bizLocation/id           | absolute URI
            "bizTransactionList": [{"type": "po"}]                | bizTransactionList/0/bizTransaction | required
            "bizTransactionList": [{"type": "order", "bizTransaction": "urn:a:b"}] | bizTransactionList/0/type | CBV
            "sourceList": [{"source": "urn:a:b"}]                 | sourceList/0/type        | required
            "sourceList": {"type": "location", "source": "urn:a:b"} | sourceList             | an array
            "destinationList": [{"type": "location", "source": "urn:a:b"}] | destinationList/0/destination | required
            "sensorElementList": [{"sensorMetadata": {}}]         | sensorElementList/0/sensorReport | at least one
            "sensorElementList": [{"sensorReport": [{"value": 1}]}] | sensorElementList/0/sensorReport/0/type | measurement
            "sensorElementList": [{"sensorReport": [{"type": "Warmth"}]}] | sensorElementList/0/sensorReport/0/type | CBV
            "sensorElementList": [{"sensorReport": [{"type": "Temperature", "hexBinaryValue": "0x"}]}] | sensorElementList/0/sensorReport/0/hexBinaryValue | hexadecimal
            "sensorElementList": [{"sensorReport": [{"type": "Temperature", "component": "w"}]}] | sensorElementList/0/sensorReport/0/component | CBV
            "sensorElementList": [{"sensorReport": [{"type": "Temperature", "booleanValue": "true"}]}] | sensorElementList/0/sensorReport/0/booleanValue | true or false
            "errorDeclaration": {"reason": "did_not_occur"}       | errorDeclaration/declarationTime | required
            "errorDeclaration": {"declarationTime": "2026-09-18T06:30:00Z", "reason": "oops"} | errorDeclaration/reason | CBV
            "certificationInfo": 7                                | certificationInfo        | an array
            "ilmd": {"a:b": 1}                                    | ilmd/a:b                 | prefix
            "ilmd": {"x:y": 1}                                    | ilmd                     | action is ADD
            "parentID": "urn:a:b"                                 | parentID                 | field of the standard
            "colour": "red"                                       | colour                   | field of the standard
            "nobody:colour": "red"                                | nobody:colour            | prefix
            "@type": "ObjectEvent"                                | @type                    | field of the standard
            "": 1                                                 | ''                       | a name
            """)
    void aBadFieldIsRefusedWhereItStands(String change, String pointer, String rule) {
        List<Violation> findings = findingsOf(document(changed(change)));
        String at = "/epcisBody/eventList/0/" + pointer;
        assertThat(findings).as("findings %s", findings).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(at);
            assertThat(finding.rule()).contains(rule).contains("[");
            assertThat(finding.message()).startsWith(at + ": ").contains("(expected: ");
        });
    }

    @Test
    void every_bad_event_is_listed_and_the_good_ones_between_them_are_read() {
        String bad = changed("\"action\": \"SEE\"");
        List<ReadResult> results = new ArrayList<>();
        ReadOutcome outcome =
                read(document(GOOD + "," + bad + "," + GOOD + "," + bad + ",7"), ReadLimits.DEFAULT, results);
        assertThat(results)
                .extracting(result -> result instanceof ReadResult.Accepted)
                .containsExactly(true, false, true, false, false);
        assertThat(results).extracting(ReadResult::pointer).endsWith("/epcisBody/eventList/4");
        assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Complete.class, complete -> {
            assertThat(complete.accepted()).isEqualTo(2);
            assertThat(complete.rejected()).isEqualTo(3);
            assertThat(complete.isClean()).isFalse();
        });
    }

    @Test
    void all_faults_of_one_event_are_listed_together() {
        String bad = changed("\"action\": \"SEE\"", "\"bizStep\": \"shiping\"", "\"epcList\": [\"a\", \"b\"]");
        assertThat(findingsOf(document(bad)))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/epcisBody/eventList/0/action",
                        "/epcisBody/eventList/0/bizStep",
                        "/epcisBody/eventList/0/epcList/0",
                        "/epcisBody/eventList/0/epcList/1");
    }

    @Test
    void broken_json_ends_the_reading_with_line_and_column() {
        List<ReadResult> results = new ArrayList<>();
        ReadOutcome outcome = read(
                "{\"@context\": [],\n \"epcisBody\": {\"eventList\": [" + GOOD + ",\n }", ReadLimits.DEFAULT, results);
        assertThat(results).hasSize(1);
        assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(4);
            assertThat(broken.column()).isGreaterThan(1);
            assertThat(broken.reason()).isNotBlank();
            assertThat(broken.eventsBefore()).isEqualTo(1);
        });
    }

    @Test
    void text_after_the_document_ends_the_reading() {
        assertThat(read(document(GOOD) + " {}", ReadLimits.DEFAULT, new ArrayList<>()))
                .isInstanceOf(ReadOutcome.Broken.class);
        assertThat(read("[]", ReadLimits.DEFAULT, new ArrayList<>())).isInstanceOf(ReadOutcome.Broken.class);
        assertThat(read("", ReadLimits.DEFAULT, new ArrayList<>())).isInstanceOf(ReadOutcome.Broken.class);
    }

    @ParameterizedTest(name = "a document with {0} is refused at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"@context": [], "type": "EPCISDocument", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": []}} | /schemaVersion
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "1.2", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": []}} | /schemaVersion
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "epcisBody": {"eventList": []}} | /creationDate
            {"type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": []}} | /@context
            {"@context": 7, "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": []}} | /@context
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z"} | /epcisBody
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {}} | /epcisBody/eventList
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": {}}} | /epcisBody/eventList
            {"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T06:30:00Z", "epcisBody": {"eventList": []}, "colour": 1} | /colour
            {"@context": [], "type": "EPCISQueryDocument", "epcisBody": {"eventList": []}} | /epcisBody
            {"@context": [], "type": "EPCISQueryDocument", "epcisBody": {"queryResults": {"resultsBody": {"eventList": []}}}} | /epcisBody/queryResults/queryName
            {"@context": [], "epcisBody": {"eventList": []}} | /type
            {"eventList": []} | /@context
            {} | /type
            """)
    void aDocumentWithABadHeadIsRefused(String json, String pointer) {
        ReadOutcome outcome = read(json, ReadLimits.DEFAULT, new ArrayList<>());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadOutcome.Complete.class,
                        complete -> assertThat(complete.violations())
                                .extracting(Violation::pointer)
                                .contains(pointer));
    }

    @Test
    void an_event_by_itself_needs_a_context() {
        assertThat(findingsOf(GOOD)).extracting(Violation::pointer).containsExactly("/@context");
        assertThat(findingsOf(GOOD.replaceFirst(
                        "\\{", "{\"@context\": \"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",")))
                .isEmpty();
    }

    @Test
    void a_list_of_events_with_a_context_is_a_document_too() {
        List<ReadResult> results = new ArrayList<>();
        ReadOutcome outcome = read(
                "{\"@context\": {\"x\": \"https://x.example/\"}, \"eventList\": [" + changed("\"x:y\": 1") + "]}",
                ReadLimits.DEFAULT,
                results);
        assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Complete.class, complete -> {
            assertThat(complete.isClean()).isTrue();
            assertThat(complete.head().kind()).isEqualTo(DocumentHead.Kind.EVENT_LIST);
        });
    }

    @Test
    void a_prefix_of_another_partys_context_is_let_through_since_it_is_never_fetched() {
        String event = changed("\"@context\": \"https://partner.example/context.jsonld\"", "\"partner:field\": 1");
        assertThat(findingsOf(document(event))).isEmpty();
    }

    @Test
    void limits_are_findings_that_name_the_limit() {
        ReadLimits small = new ReadLimits(2, 2_000, 100, 4, 1_000, 3);
        assertThat(findings(document(changed("\"eventID\": \"urn:x:" + "y".repeat(100) + "\"")), small))
                .extracting(Violation::rule)
                .containsExactly("at most 100 in one value [limit of this reader]");
        assertThat(findings(document(changed("\"x:y\": [[[[[1]]]]]")), small))
                .extracting(Violation::rule)
                .containsExactly("at most 4 levels [limit of this reader]");
        assertThat(findings(document(changed("\"x:y\": [" + "1,".repeat(500) + "1]")), small))
                .extracting(Violation::rule)
                .contains("at most 2000 characters [limit of this reader]");
        assertThat(findings(document(GOOD + "," + GOOD + "," + GOOD), small))
                .extracting(Violation::rule)
                .containsExactly("at most 2 events [limit of this reader]");
        List<ReadResult> results = new ArrayList<>();
        read(document(changed("\"epcList\": [1, 2, 3, 4]")), small, results);
        assertThat(results.getFirst()).isInstanceOfSatisfying(ReadResult.Rejected.class, rejected -> {
            assertThat(rejected.violations()).hasSize(3);
            assertThat(rejected.truncated()).isTrue();
        });
    }

    @Test
    void events_before_the_context_are_held_within_a_limit() {
        String late =
                "{\"type\": \"EPCISDocument\", \"schemaVersion\": \"2.0\", \"creationDate\": \"2026-09-18T06:30:00Z\","
                        + " \"epcisBody\": {\"eventList\": [" + changed("\"x:y\": 1")
                        + "]}, \"@context\": {\"x\": \"https://x.example/\"}}";
        assertThat(findings(late, ReadLimits.DEFAULT)).isEmpty();
        assertThat(findings(late, new ReadLimits(2, 2_000, 100, 4, 50, 3)))
                .extracting(Violation::pointer)
                .containsExactly("/@context");
    }

    private static String document(String events) {
        return "{\"@context\": [\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\", {\"x\": \"https://x.example/\"}],"
                + " \"type\": \"EPCISDocument\", \"schemaVersion\": \"2.0\", \"creationDate\": \"2026-09-18T06:30:00Z\","
                + " \"epcisBody\": {\"eventList\": [" + events + "]}}";
    }

    /** The good event with each change in place of the field of the same name, or added. */
    private static String changed(String... changes) {
        String event = GOOD;
        for (String change : changes) {
            String name = change.substring(0, change.indexOf(':', change.indexOf('"', 1)) + 1);
            String kept = event.replaceFirst(java.util.regex.Pattern.quote(name) + " (\"[^\"]*\"|\\[[^\\]]*\\]),?", "");
            event = "{" + change + ", " + kept.stripLeading().substring(1);
            event = event.replaceAll(",\\s*}", "}");
        }
        return event;
    }

    private static List<Violation> findingsOf(String json) {
        return findings(json, ReadLimits.DEFAULT);
    }

    private static List<Violation> findings(String json, ReadLimits limits) {
        List<ReadResult> results = new ArrayList<>();
        ReadOutcome outcome = read(json, limits, results);
        List<Violation> findings = new ArrayList<>();
        for (ReadResult result : results) {
            if (result instanceof ReadResult.Rejected rejected) {
                findings.addAll(rejected.violations());
            }
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(ReadOutcome.Complete.class, complete -> findings.addAll(complete.violations()));
        return findings;
    }

    private static ReadOutcome read(String json, ReadLimits limits, List<ReadResult> results) {
        return new EpcisJsonReader(limits)
                .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), results::add);
    }
}
