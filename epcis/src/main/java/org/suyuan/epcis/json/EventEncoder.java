package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ErrorDeclaration;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.LdContext;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.PersistentDisposition;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.SensorElement;
import org.suyuan.epcis.event.SensorMetadata;
import org.suyuan.epcis.event.SensorReport;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;
import tools.jackson.core.JsonGenerator;

/** Writes one event, its fields in the order in which the standard lists them. */
final class EventEncoder {

    private final JsonGenerator json;

    private EventEncoder(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, EpcisEvent event, @Nullable LdContext context) {
        new EventEncoder(json).event(event, context);
    }

    private void event(EpcisEvent event, @Nullable LdContext context) {
        json.writeStartObject();
        if (context != null) {
            HeadEncoder.context(json, context);
        }
        text("type", event.type().epcisName());
        EventCore core = event.core();
        statement(core);
        what(event);
        where(core.where());
        why(core.why());
        list("sensorElementList", core.sensorElementList(), this::sensorElement);
        List<Extension> ilmd = event.ilmdOrEmpty();
        if (!ilmd.isEmpty()) {
            json.writeName("ilmd");
            object(ilmd);
        }
        extensions(core.extensions());
        json.writeEndObject();
    }

    private void statement(EventCore core) {
        EventCore.Statement statement = core.statement();
        text("eventID", statement.eventID());
        time("eventTime", core.when().eventTime());
        text("eventTimeZoneOffset", core.when().eventTimeZoneOffset().text());
        time("recordTime", statement.recordTime());
        List<String> certificates = statement.certificationInfo();
        if (certificates.size() == 1) {
            text("certificationInfo", certificates.getFirst());
        } else {
            texts("certificationInfo", certificates);
        }
        ErrorDeclaration error = statement.errorDeclaration();
        if (error != null) {
            json.writeName("errorDeclaration");
            json.writeStartObject();
            time("declarationTime", error.declarationTime());
            term("reason", error.reason());
            texts("correctiveEventIDs", error.correctiveEventIDs());
            extensions(error.extensions());
            json.writeEndObject();
        }
    }

    private void what(EpcisEvent event) {
        switch (event) {
            case ObjectEvent object -> {
                texts("epcList", object.epcList());
                quantities("quantityList", object.quantityList());
            }
            case AggregationEvent aggregation -> {
                text("parentID", aggregation.parentID());
                texts("childEPCs", aggregation.childEPCs());
                quantities("childQuantityList", aggregation.childQuantityList());
            }
            case AssociationEvent association -> {
                text("parentID", association.parentID());
                texts("childEPCs", association.childEPCs());
                quantities("childQuantityList", association.childQuantityList());
            }
            case TransactionEvent transaction -> {
                text("parentID", transaction.parentID());
                texts("epcList", transaction.epcList());
                quantities("quantityList", transaction.quantityList());
            }
            case TransformationEvent transformation -> {
                texts("inputEPCList", transformation.inputEPCList());
                quantities("inputQuantityList", transformation.inputQuantityList());
                texts("outputEPCList", transformation.outputEPCList());
                quantities("outputQuantityList", transformation.outputQuantityList());
                text("transformationID", transformation.transformationID());
            }
        }
        event.actionIfAny().ifPresent(action -> text("action", action.name()));
    }

    private void where(EventCore.Where where) {
        var readPoint = where.readPoint();
        if (readPoint != null) {
            place("readPoint", readPoint.id(), readPoint.extensions());
        }
        var bizLocation = where.bizLocation();
        if (bizLocation != null) {
            place("bizLocation", bizLocation.id(), bizLocation.extensions());
        }
    }

    private void place(String name, String id, List<Extension> extensions) {
        json.writeName(name);
        json.writeStartObject();
        text("id", id);
        extensions(extensions);
        json.writeEndObject();
    }

    private void why(EventCore.Why why) {
        term("bizStep", why.bizStep());
        term("disposition", why.disposition());
        PersistentDisposition persistent = why.persistentDisposition();
        if (persistent != null) {
            json.writeName("persistentDisposition");
            json.writeStartObject();
            texts("set", persistent.set().stream().map(CbvTerm::written).toList());
            texts("unset", persistent.unset().stream().map(CbvTerm::written).toList());
            json.writeEndObject();
        }
        list("bizTransactionList", why.bizTransactionList(), transaction -> {
            term("type", transaction.type());
            text("bizTransaction", transaction.bizTransaction());
        });
        list("sourceList", why.sourceList(), source -> {
            term("type", source.type());
            text("source", source.source());
        });
        list("destinationList", why.destinationList(), destination -> {
            term("type", destination.type());
            text("destination", destination.destination());
        });
    }

    private void sensorElement(SensorElement element) {
        SensorMetadata metadata = element.sensorMetadata();
        if (metadata != null) {
            json.writeName("sensorMetadata");
            json.writeStartObject();
            time("time", metadata.time());
            time("startTime", metadata.startTime());
            time("endTime", metadata.endTime());
            text("deviceID", metadata.deviceID());
            text("deviceMetadata", metadata.deviceMetadata());
            text("rawData", metadata.rawData());
            text("dataProcessingMethod", metadata.dataProcessingMethod());
            text("bizRules", metadata.bizRules());
            extensions(metadata.extensions());
            json.writeEndObject();
        }
        list("sensorReport", element.sensorReport(), this::sensorReport);
        extensions(element.extensions());
    }

    private void sensorReport(SensorReport report) {
        term("type", report.type());
        term("exception", report.exception());
        SensorReport.Origin origin = report.origin();
        time("time", origin.time());
        text("deviceID", origin.deviceID());
        text("deviceMetadata", origin.deviceMetadata());
        text("rawData", origin.rawData());
        text("dataProcessingMethod", origin.dataProcessingMethod());
        text("bizRules", origin.bizRules());
        SensorReport.Subject subject = report.subject();
        text("microorganism", subject.microorganism());
        text("chemicalSubstance", subject.chemicalSubstance());
        term("component", subject.component());
        text("coordinateReferenceSystem", subject.coordinateReferenceSystem());
        reading(report.reading());
        extensions(report.extensions());
    }

    private void reading(SensorReport.Reading reading) {
        number("value", reading.value());
        text("uom", reading.uom());
        number("minValue", reading.minValue());
        number("maxValue", reading.maxValue());
        number("meanValue", reading.meanValue());
        number("sDev", reading.sDev());
        number("percRank", reading.percRank());
        number("percValue", reading.percValue());
        text("stringValue", reading.stringValue());
        Boolean truth = reading.booleanValue();
        if (truth != null) {
            json.writeName("booleanValue");
            json.writeBoolean(truth);
        }
        text("hexBinaryValue", reading.hexBinaryValue());
        text("uriValue", reading.uriValue());
    }

    private void quantities(String name, List<QuantityElement> quantities) {
        list(name, quantities, quantity -> {
            text("epcClass", quantity.epcClass());
            number("quantity", quantity.quantity());
            text("uom", quantity.uom());
        });
    }

    private <T> void list(String name, List<T> items, Consumer<T> fields) {
        if (items.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        for (T item : items) {
            json.writeStartObject();
            fields.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void object(List<Extension> fields) {
        json.writeStartObject();
        extensions(fields);
        json.writeEndObject();
    }

    private void extensions(List<Extension> extensions) {
        extensions.forEach(extension -> ExtensionTrees.write(json, extension));
    }

    private void term(String name, @Nullable CbvTerm term) {
        text(name, term == null ? null : term.written());
    }

    private void time(String name, @Nullable DateTimeStamp time) {
        text(name, time == null ? null : time.text());
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeName(name);
            json.writeString(value);
        }
    }

    private void number(String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeName(name);
            json.writeNumber(value);
        }
    }
}
