package org.suyuan.epcis.hash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionName;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.PersistentDisposition;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.SensorElement;
import org.suyuan.epcis.event.SensorMetadata;
import org.suyuan.epcis.event.SensorReport;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;

/**
 * Builds the text that is hashed (CBV 2.0 §8.9.2): names and values of all that counts, in a fixed order of properties,
 * lists sorted, nothing between them.
 */
final class PreHash {

    /** A remark changes nothing about what happened. */
    private static final String COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment";

    private final Set<String> ignored;
    private final CanonicalUris uris = new CanonicalUris();

    PreHash(Set<String> ignored) {
        this.ignored = ignored;
    }

    String of(EpcisEvent event) {
        EventCore core = event.core();
        return "eventType="
                + event.type().epcisName()
                + time("eventTime", core.when().eventTime())
                + "eventTimeZoneOffset="
                + core.when().eventTimeZoneOffset().text()
                + sorted("", core.statement().certificationInfo(), uri -> uri("certificationInfo", uri))
                + what(event)
                + conditions(core)
                + sorted("sensorElementList", core.sensorElementList(), this::sensorElement)
                + rest(event);
    }

    private String what(EpcisEvent event) {
        return switch (event) {
            case ObjectEvent object ->
                epcs("epcList", object.epcList())
                        + quantities("quantityList", object.quantityList())
                        + "action="
                        + object.action();
            case TransactionEvent transaction ->
                epcs("epcList", transaction.epcList())
                        + uri("parentID", transaction.parentID())
                        + quantities("quantityList", transaction.quantityList())
                        + "action="
                        + transaction.action();
            case AggregationEvent aggregation ->
                uri("parentID", aggregation.parentID())
                        + epcs("childEPCs", aggregation.childEPCs())
                        + quantities("childQuantityList", aggregation.childQuantityList())
                        + "action="
                        + aggregation.action();
            case AssociationEvent association ->
                uri("parentID", association.parentID())
                        + epcs("childEPCs", association.childEPCs())
                        + quantities("childQuantityList", association.childQuantityList())
                        + "action="
                        + association.action();
            case TransformationEvent transformation ->
                epcs("inputEPCList", transformation.inputEPCList())
                        + quantities("inputQuantityList", transformation.inputQuantityList())
                        + epcs("outputEPCList", transformation.outputEPCList())
                        + quantities("outputQuantityList", transformation.outputQuantityList())
                        + uri("transformationID", transformation.transformationID());
        };
    }

    private String conditions(EventCore core) {
        EventCore.Why why = core.why();
        var readPoint = core.where().readPoint();
        var bizLocation = core.where().bizLocation();
        return term("bizStep", why.bizStep())
                + term("disposition", why.disposition())
                + persistentDisposition(why.persistentDisposition())
                + (readPoint == null
                        ? ""
                        : "readPoint" + uri("id", readPoint.id()) + extensions(readPoint.extensions()))
                + (bizLocation == null
                        ? ""
                        : "bizLocation" + uri("id", bizLocation.id()) + extensions(bizLocation.extensions()));
    }

    private String persistentDisposition(@Nullable PersistentDisposition persistent) {
        return persistent == null
                ? ""
                : "persistentDisposition"
                        + sorted("", persistent.set(), term -> term("set", term))
                        + sorted("", persistent.unset(), term -> term("unset", term));
    }

    /**
     * The reference implementation sorts these among each other by name, after the sensor data and before the extensions,
     * whose names start with a brace; the published vectors fix that order.
     */
    private String rest(EpcisEvent event) {
        EventCore.Why why = event.core().why();
        String ilmd = extensions(event.ilmdOrEmpty());
        return sorted(
                        "bizTransactionList",
                        why.bizTransactionList(),
                        transaction ->
                                term("type", transaction.type()) + uri("bizTransaction", transaction.bizTransaction()))
                + sorted(
                        "destinationList",
                        why.destinationList(),
                        destination -> term("type", destination.type()) + uri("destination", destination.destination()))
                + (ilmd.isEmpty() ? "" : "ilmd" + ilmd)
                + sorted(
                        "sourceList",
                        why.sourceList(),
                        source -> term("type", source.type()) + uri("source", source.source()))
                + extensions(event.core().extensions());
    }

    private String epcs(String name, List<String> epcs) {
        return sorted(name, epcs, epc -> uri("epc", epc));
    }

    private String quantities(String name, List<QuantityElement> quantities) {
        return sorted(
                name,
                quantities,
                element -> "quantityElement"
                        + uri("epcClass", element.epcClass())
                        + number("quantity", element.quantity())
                        + text("uom", element.uom()));
    }

    private String sensorElement(SensorElement element) {
        return "sensorElement"
                + metadata(element.sensorMetadata())
                + sorted("", element.sensorReport(), this::report)
                + extensions(element.extensions());
    }

    private String metadata(@Nullable SensorMetadata metadata) {
        if (metadata == null) {
            return "";
        }
        String content = time("time", metadata.time())
                + time("startTime", metadata.startTime())
                + time("endTime", metadata.endTime())
                + uri("deviceID", metadata.deviceID())
                + uri("deviceMetadata", metadata.deviceMetadata())
                + uri("rawData", metadata.rawData())
                + uri("dataProcessingMethod", metadata.dataProcessingMethod())
                + uri("bizRules", metadata.bizRules())
                + extensions(metadata.extensions());
        return content.isEmpty() ? "" : "sensorMetadata" + content;
    }

    private String report(SensorReport report) {
        SensorReport.Origin origin = report.origin();
        SensorReport.Subject subject = report.subject();
        SensorReport.Reading reading = report.reading();
        Boolean truth = reading.booleanValue();
        return "sensorReport"
                + term("type", report.type())
                + term("exception", report.exception())
                + uri("deviceID", origin.deviceID())
                + uri("deviceMetadata", origin.deviceMetadata())
                + uri("rawData", origin.rawData())
                + uri("dataProcessingMethod", origin.dataProcessingMethod())
                + uri("bizRules", origin.bizRules())
                + time("time", origin.time())
                + uri("microorganism", subject.microorganism())
                + uri("chemicalSubstance", subject.chemicalSubstance())
                + number("value", reading.value())
                + term("component", subject.component())
                + text("stringValue", reading.stringValue())
                + (truth == null ? "" : "booleanValue=" + truth)
                + text("hexBinaryValue", reading.hexBinaryValue())
                + uri("uriValue", reading.uriValue())
                + number("minValue", reading.minValue())
                + number("maxValue", reading.maxValue())
                + number("meanValue", reading.meanValue())
                + number("sDev", reading.sDev())
                + number("percRank", reading.percRank())
                + number("percValue", reading.percValue())
                + text("uom", reading.uom())
                + uri("coordinateReferenceSystem", subject.coordinateReferenceSystem())
                + extensions(report.extensions());
    }

    private String extensions(List<Extension> extensions) {
        List<String> parts = new ArrayList<>();
        for (Extension extension : extensions) {
            ExtensionName name = extension.name();
            String full = name.namespace() + name.localName();
            if (!full.equals(COMMENT) && !ignored.contains(full)) {
                extension(shown(name), extension.value()).forEach(parts::add);
            }
        }
        return join(parts);
    }

    /** An array stands for its name given once with each item. */
    private Stream<String> extension(String name, ExtensionValue value) {
        return switch (value) {
            case ExtensionValue.Structure(List<Extension> fields) -> Stream.of(name + extensions(fields));
            case ExtensionValue.Sequence(List<ExtensionValue> items) ->
                items.stream().flatMap(item -> extension(name, item));
            case ExtensionValue.Text(String text) -> Stream.of(name + equal(CanonicalValue.text(text)));
            case ExtensionValue.Decimal(BigDecimal number) -> Stream.of(name + equal(CanonicalValue.number(number)));
            case ExtensionValue.Truth(boolean truth) -> Stream.of(name + equal(Boolean.toString(truth)));
            case ExtensionValue.Nothing() -> Stream.of(name);
        };
    }

    private static String shown(ExtensionName name) {
        return name.namespace().isEmpty() ? name.localName() : "{" + name.namespace() + "}" + name.localName();
    }

    private static String equal(String value) {
        return value.isEmpty() ? "" : "=" + value;
    }

    private static String time(String name, @Nullable DateTimeStamp time) {
        return time == null ? "" : name + "=" + CanonicalValue.time(time);
    }

    private static String term(String name, @Nullable CbvTerm term) {
        return term == null ? "" : name + "=" + term.uri();
    }

    private String uri(String name, @Nullable String uri) {
        return uri == null ? "" : name + "=" + uris.of(uri);
    }

    private static String number(String name, @Nullable BigDecimal number) {
        return number == null ? "" : name + "=" + CanonicalValue.number(number);
    }

    /** A field that the standard types as text is text, also where it looks like a number. */
    private static String text(String name, @Nullable String text) {
        return text == null || text.isBlank() ? "" : name + "=" + text.strip();
    }

    private static <T> String sorted(String name, List<T> items, Function<T, String> form) {
        return items.isEmpty() ? "" : name + join(items.stream().map(form).toList());
    }

    private static String join(List<String> parts) {
        return String.join("", CanonicalValue.sorted(parts));
    }
}
