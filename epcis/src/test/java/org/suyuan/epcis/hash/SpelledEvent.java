package org.suyuan.epcis.hash;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A random event as JSON. {@code content} decides what it says; {@code style} decides the order of fields and lists, the
 * zone of times, the zeros of numbers, and which of the standard's spellings a word or an identifier gets.
 */
final class SpelledEvent {

    private final Random content;
    private final Random style;

    SpelledEvent(Random content, Random style) {
        this.content = content;
        this.style = style;
    }

    String json() {
        List<String> fields = new ArrayList<>();
        fields.add("\"@context\": [\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\", "
                + "{\"a\": \"https://a.example/\", \"b\": \"https://a.example/\", \"c\": \"https://c.example/x#\"}]");
        fields.add(field("eventTime", time()));
        fields.add(field("eventTimeZoneOffset", content.nextBoolean() ? "\"+08:00\"" : "\"-05:30\""));
        fields.addAll(recordOnly());
        fields.addAll(
                switch (content.nextInt(5)) {
                    case 0 -> objectEvent();
                    case 1 -> containment("AggregationEvent");
                    case 2 -> containment("AssociationEvent");
                    case 3 -> transactionEvent();
                    default -> transformationEvent();
                });
        maybe(fields, () -> field("bizStep", word("BizStep-", "bizstep", "packing", "shipping", "receiving")));
        maybe(fields, () -> field("disposition", word("Disp-", "disp", "active", "in_transit")));
        maybe(fields, () -> field("readPoint", object(List.of(field("id", place()), field("a:gate", number())))));
        maybe(fields, () -> field("bizLocation", object(List.of(field("id", place())))));
        maybe(
                fields,
                () -> field(
                        "persistentDisposition",
                        object(List.of(
                                field("set", list(1, () -> word("Disp-", "disp", "recalled"))),
                                field("unset", list(1, () -> word("Disp-", "disp", "expired")))))));
        maybe(fields, () -> field("sourceList", list(2, () -> party("source"))));
        maybe(fields, () -> field("destinationList", list(2, () -> party("destination"))));
        maybe(fields, () -> field("sensorElementList", list(2, this::sensorElement)));
        maybe(fields, () -> field(extensionName() + "field", extension(2)));
        maybe(fields, () -> field("c:other", extension(1)));
        return object(fields);
    }

    /** What belongs to the record, not to what happened; it is left out or differs from spelling to spelling. */
    private List<String> recordOnly() {
        List<String> fields = new ArrayList<>();
        if (style.nextBoolean()) {
            fields.add(field("eventID", "\"urn:uuid:" + new java.util.UUID(style.nextLong(), style.nextLong()) + "\""));
        }
        if (style.nextBoolean()) {
            fields.add(field("recordTime", "\"2026-09-18T06:30:00Z\""));
        }
        if (style.nextBoolean()) {
            fields.add(field("rdfs:comment", "\"remark " + style.nextInt() + "\""));
        }
        if (style.nextInt(4) == 0) {
            fields.add(field("errorDeclaration", "{\"declarationTime\": \"2026-09-19T06:30:00Z\"}"));
        }
        return fields;
    }

    private List<String> objectEvent() {
        List<String> fields = new ArrayList<>(
                List.of("\"type\": \"ObjectEvent\"", "\"action\": \"ADD\"", field("epcList", list(5, this::item))));
        maybe(fields, () -> field("quantityList", list(3, this::quantity)));
        maybe(fields, () -> field("ilmd", object(List.of(field(extensionName() + "lot", extension(1))))));
        return fields;
    }

    private List<String> containment(String type) {
        String action = content.nextBoolean() ? "ADD" : "DELETE";
        return List.of(
                "\"type\": \"" + type + "\"",
                "\"action\": \"" + action + "\"",
                field("parentID", sscc()),
                field("childEPCs", list(5, this::item)),
                field("childQuantityList", list(2, this::quantity)));
    }

    private List<String> transactionEvent() {
        return List.of(
                "\"type\": \"TransactionEvent\"",
                "\"action\": \"OBSERVE\"",
                field("epcList", list(3, this::item)),
                field(
                        "bizTransactionList",
                        list(
                                3,
                                () -> object(List.of(
                                        field("type", word("BTT-", "btt", "po", "inv")),
                                        field(
                                                "bizTransaction",
                                                "\"urn:epcglobal:cbv:bt:6912345000018:" + content.nextInt(1000)
                                                        + "\""))))));
    }

    private List<String> transformationEvent() {
        return List.of(
                "\"type\": \"TransformationEvent\"",
                field("inputQuantityList", list(3, this::quantity)),
                field("outputEPCList", list(3, this::item)));
    }

    private String sensorElement() {
        return object(List.of(
                field("sensorMetadata", object(List.of(field("time", time()), field("deviceID", place())))),
                field(
                        "sensorReport",
                        list(
                                3,
                                () -> object(List.of(
                                        field(
                                                "type",
                                                either(
                                                        "\"Temperature\"",
                                                        "\"gs1:Temperature\"",
                                                        "\"https://gs1.org/voc/Temperature\"")),
                                        field("value", number()),
                                        "\"uom\": \"CEL\""))))));
    }

    private String party(String name) {
        return object(List.of(field("type", word("SDT-", "sdt", "owning_party", "location")), field(name, place())));
    }

    /** The same moment in another zone, with or without zeros behind the fraction. */
    private String time() {
        Instant instant = Instant.ofEpochMilli(1_789_000_000_000L + content.nextInt(1_000_000_000));
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(1800 * (style.nextInt(49) - 24));
        String text = DateTimeFormatter.ofPattern(
                        style.nextBoolean() ? "uuuu-MM-dd'T'HH:mm:ss.SSSXXX" : "uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx")
                .format(instant.atOffset(zone));
        return "\"" + text + "\"";
    }

    private String number() {
        int units = (1 + content.nextInt(1000)) * (content.nextBoolean() ? 1 : -1);
        return switch (style.nextInt(4)) {
            case 0 -> units + ".5";
            case 1 -> units + ".50";
            case 2 -> units + ".500000";
            default -> units + "5e-1";
        };
    }

    private String quantity() {
        int tens = content.nextInt(50) * 10;
        String spelled = either(tens + "", tens + ".0", tens / 10 + "e1");
        int lot = content.nextInt(100_000);
        return object(List.of(
                field(
                        "epcClass",
                        either(
                                "\"urn:epc:class:lgtin:6912345.001111.L" + lot + "\"",
                                "\"https://id.gs1.org/01/06912345011112/10/L" + lot + "\"")),
                field("quantity", spelled),
                "\"uom\": \"KGM\""));
    }

    private String item() {
        int serial = content.nextInt(1_000_000);
        return either(
                "\"urn:epc:id:sgtin:6912345.001111." + serial + "\"",
                "\"https://id.gs1.org/01/06912345011112/21/" + serial + "\"",
                "\"https://brand.example.cn/01/06912345011112/21/" + serial + "?17=270101\"");
    }

    private String sscc() {
        return either("\"urn:epc:id:sscc:6912345.0000000001\"", "\"https://id.gs1.org/00/069123450000000017\"");
    }

    private String place() {
        return either("\"urn:epc:id:sgln:6912345.00001.0\"", "\"https://id.gs1.org/414/6912345000017\"");
    }

    private String word(String web, String urn, String... words) {
        String word = words[content.nextInt(words.length)];
        return "\""
                + either(
                        word,
                        "cbv:" + web + word,
                        "urn:epcglobal:cbv:" + urn + ":" + word,
                        "https://ref.gs1.org/cbv/" + web + word)
                + "\"";
    }

    private String extension(int depth) {
        return switch (content.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> "\"text " + content.nextInt() + "\"";
            case 1 -> number();
            case 2 -> either("\" padded", "\"padded") + content.nextInt(9) + "\"";
            case 3 -> list(3, () -> extension(depth - 1));
            default ->
                object(List.of(
                        field(extensionName() + "one", extension(depth - 1)), field("c:two", extension(depth - 1))));
        };
    }

    /** Two prefixes of one namespace. */
    private String extensionName() {
        return either("a:", "b:", "https://a.example/");
    }

    private void maybe(List<String> fields, Supplier<String> field) {
        if (content.nextBoolean()) {
            fields.add(field.get());
        }
    }

    private String list(int max, Supplier<String> item) {
        List<String> items = new ArrayList<>();
        int size = 1 + content.nextInt(max);
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        Collections.shuffle(items, style);
        return "[" + String.join(", ", items) + "]";
    }

    private String object(List<String> fields) {
        List<String> shuffled = new ArrayList<>(fields);
        Collections.shuffle(shuffled, style);
        return "{" + String.join(", ", shuffled) + "}";
    }

    private String either(String... spellings) {
        return spellings[style.nextInt(spellings.length)];
    }

    private static String field(String name, String value) {
        return "\"" + name + "\": " + value;
    }
}
