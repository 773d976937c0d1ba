package org.suyuan.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.suyuan.epcis.gs1.CheckDigit;

/** EPCIS documents as a producer's line sends them, every event with an id of its own. */
final class Documents {
    /** A case of the packing documents. */
    static final int CASE_ITEMS = 24;
    /** A pallet of the shipping document. */
    static final int PALLET_CASES = 48;

    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final String ITEM = "https://id.gs1.org/01/" + Market.GTIN + "/21/";
    static final String PLACE = "https://id.gs1.org/414/" + Market.PLANT;

    /** Everything happened in the weeks before this run, a second a document. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(30));

    private long clock;
    private int packages;

    Instant next() {
        return start.plusSeconds(clock++);
    }

    /** After everything that {@link #next} gives. */
    Instant nextJourney() {
        return next().plus(Duration.ofDays(10));
    }

    /** One event that commissions all these items. */
    static byte[] commissioning(List<String> serials, UUID event, Instant time) {
        StringBuilder text = new StringBuilder(serials.size() * 60);
        open(text, event, "ObjectEvent", "ADD", "commissioning", time);
        text.append(",\"disposition\":\"active\",\"epcList\":");
        items(text, serials);
        text.append(",\"ilmd\":{\"cbvmda:lotNumber\":\"L1\"}}");
        return document(text);
    }

    /** One inspected item an event. */
    static byte[] inspections(List<String> serials, List<UUID> events, Instant time) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < serials.size(); i++) {
            text.append(i == 0 ? "" : ",").append(inspection(serials.get(i), events.get(i), time));
        }
        return document(text);
    }

    static String inspection(String serial, UUID event, Instant time) {
        StringBuilder text = new StringBuilder();
        open(text, event, "ObjectEvent", "OBSERVE", "inspecting", time);
        text.append(",\"disposition\":\"in_progress\",\"epcList\":");
        items(text, List.of(serial));
        return text.append('}').toString();
    }

    /** Items and the case they are in. */
    record Case(String sscc, UUID event, List<String> serials) {}

    Case pack(List<String> serials) {
        return new Case(nextSscc(), UUID.randomUUID(), serials);
    }

    static byte[] packing(List<Case> cases, Instant time) {
        StringBuilder text = new StringBuilder();
        for (Case packed : cases) {
            text.append(text.isEmpty() ? "" : ",");
            open(text, packed.event(), "AggregationEvent", "ADD", "packing", time);
            text.append(",\"parentID\":\"").append(packageUri(packed.sscc())).append("\",\"childEPCs\":");
            items(text, packed.serials());
            text.append('}');
        }
        return document(text);
    }

    /** Cases on a pallet, which then leaves, arrives and is taken apart. */
    record Pallet(String sscc, List<String> cases, List<UUID> events) {
        static final List<String> STEPS = List.of("packing", "shipping", "receiving", "unpacking");
    }

    Pallet load(List<Case> cases) {
        return new Pallet(
                nextSscc(),
                cases.stream().map(Case::sscc).toList(),
                Pallet.STEPS.stream().map(_ -> UUID.randomUUID()).toList());
    }

    /** The pallet's four events, an hour apart from each other. */
    static byte[] journey(Pallet pallet, Instant packed) {
        StringBuilder text = new StringBuilder();
        String parent = ",\"parentID\":\"" + packageUri(pallet.sscc()) + "\",\"childEPCs\":";
        open(text, pallet.events().get(0), "AggregationEvent", "ADD", "packing", packed);
        text.append(parent);
        packages(text, pallet.cases());
        for (int i = 1; i <= 2; i++) {
            text.append("},");
            open(text, pallet.events().get(i), "ObjectEvent", "OBSERVE", Pallet.STEPS.get(i), hour(packed, i));
            text.append(",\"epcList\":");
            packages(text, List.of(pallet.sscc()));
        }
        text.append("},");
        open(text, pallet.events().get(3), "AggregationEvent", "DELETE", "unpacking", hour(packed, 3));
        text.append(parent).append("[]}");
        return document(text);
    }

    static Instant hour(Instant first, int number) {
        return first.plus(Duration.ofHours(number));
    }

    private String nextSscc() {
        return CheckDigit.append("06999999%09d".formatted(packages++));
    }

    private static void open(StringBuilder text, UUID id, String type, String action, String step, Instant time) {
        text.append("{\"eventID\":\"urn:uuid:").append(id);
        text.append("\",\"type\":\"").append(type);
        text.append("\",\"action\":\"").append(action);
        text.append("\",\"bizStep\":\"").append(step);
        text.append("\",\"eventTime\":\"").append(time);
        text.append("\",\"eventTimeZoneOffset\":\"+08:00\",\"readPoint\":{\"id\":\"")
                .append(PLACE);
        text.append("\"},\"bizLocation\":{\"id\":\"").append(PLACE).append("\"}");
    }

    private static void items(StringBuilder text, List<String> serials) {
        text.append('[');
        for (int i = 0; i < serials.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(ITEM)
                    .append(serials.get(i))
                    .append('"');
        }
        text.append(']');
    }

    private static void packages(StringBuilder text, List<String> ssccs) {
        text.append('[');
        for (int i = 0; i < ssccs.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"").append(packageUri(ssccs.get(i))).append('"');
        }
        text.append(']');
    }

    private static String packageUri(String sscc) {
        return "https://id.gs1.org/00/" + sscc;
    }

    private static byte[] document(CharSequence events) {
        String text = """
                {"@context":["%s"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z",\
                "epcisBody":{"eventList":[""".formatted(CONTEXT) + events + "]}}";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
