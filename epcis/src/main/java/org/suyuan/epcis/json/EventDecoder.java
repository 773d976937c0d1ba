package org.suyuan.epcis.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.BizLocation;
import org.suyuan.epcis.event.BizTransaction;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.Destination;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ErrorDeclaration;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.EventType;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.LdContext;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.PersistentDisposition;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.ReadPoint;
import org.suyuan.epcis.event.SensorElement;
import org.suyuan.epcis.event.Source;
import org.suyuan.epcis.event.TimeZoneOffset;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;

/** Judges one event: gives the event, or leaves everything that is wrong with it in the findings. */
final class EventDecoder {

    private static final String CORE = "EPCIS 2.0 §7.4.1";

    private EventDecoder() {}

    static @Nullable EpcisEvent decode(JsonTree tree, JsonPath path, LdContext documentContext, Findings findings) {
        if (!(tree instanceof JsonTree.Structure structure)) {
            findings.add(path, tree.shown(), "an event object", CORE);
            return null;
        }
        LdContext own = ContextDecoder.decode(structure.fields().get("@context"), path.child("@context"), findings);
        LdContext context = documentContext.with(own);
        Fields fields = new Fields(structure, path, context, findings, CORE);
        fields.tree("@context");
        EventType type = type(fields);
        if (type == null) {
            return null;
        }
        return switch (type) {
            case OBJECT -> objectEvent(fields, context);
            case AGGREGATION -> aggregationEvent(fields, context);
            case TRANSACTION -> transactionEvent(fields, context);
            case TRANSFORMATION -> transformationEvent(fields, context);
            case ASSOCIATION -> associationEvent(fields, context);
        };
    }

    private static @Nullable EventType type(Fields fields) {
        String name = fields.required("type", fields.text("type"));
        if (name == null) {
            return null;
        }
        return EventType.named(name).orElseGet(() -> {
            fields.findings()
                    .add(
                            fields.path().child("type"),
                            name,
                            "ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent or AssociationEvent",
                            "EPCIS 2.0 §7.4");
            return null;
        });
    }

    private static @Nullable EpcisEvent objectEvent(Fields fields, LdContext context) {
        Action action = action(fields);
        List<String> epcs = fields.uris("epcList");
        List<QuantityElement> quantities = quantities(fields, "quantityList");
        List<Extension> ilmd = ilmd(fields);
        return finish(fields, context, action, core -> new ObjectEvent(core, known(action), epcs, quantities, ilmd));
    }

    private static @Nullable EpcisEvent aggregationEvent(Fields fields, LdContext context) {
        Action action = action(fields);
        String parent = fields.uri("parentID");
        List<String> children = fields.uris("childEPCs");
        List<QuantityElement> quantities = quantities(fields, "childQuantityList");
        return finish(
                fields,
                context,
                action,
                core -> new AggregationEvent(core, known(action), parent, children, quantities));
    }

    private static @Nullable EpcisEvent associationEvent(Fields fields, LdContext context) {
        Action action = action(fields);
        String parent = fields.required("parentID", fields.uri("parentID"));
        List<String> children = fields.uris("childEPCs");
        List<QuantityElement> quantities = quantities(fields, "childQuantityList");
        return finish(
                fields,
                context,
                action,
                core -> new AssociationEvent(core, known(action), known(parent), children, quantities));
    }

    private static @Nullable EpcisEvent transactionEvent(Fields fields, LdContext context) {
        Action action = action(fields);
        String parent = fields.uri("parentID");
        List<String> epcs = fields.uris("epcList");
        List<QuantityElement> quantities = quantities(fields, "quantityList");
        return finish(
                fields, context, action, core -> new TransactionEvent(core, known(action), parent, epcs, quantities));
    }

    private static @Nullable EpcisEvent transformationEvent(Fields fields, LdContext context) {
        String transformation = fields.uri("transformationID");
        List<String> inputs = fields.uris("inputEPCList");
        List<QuantityElement> inputQuantities = quantities(fields, "inputQuantityList");
        List<String> outputs = fields.uris("outputEPCList");
        List<QuantityElement> outputQuantities = quantities(fields, "outputQuantityList");
        List<Extension> ilmd = ilmd(fields);
        return finish(
                fields,
                context,
                core -> new TransformationEvent(
                        core, transformation, inputs, inputQuantities, outputs, outputQuantities, ilmd));
    }

    private static @Nullable EpcisEvent finish(
            Fields fields, LdContext context, @Nullable Action action, Function<EventCore, EpcisEvent> maker) {
        fields.required("action", action);
        return finish(fields, context, maker);
    }

    /** An event is only made when nothing is wrong with its parts; otherwise follow-up findings would mislead. */
    private static @Nullable EpcisEvent finish(
            Fields fields, LdContext context, Function<EventCore, EpcisEvent> maker) {
        EventCore core = core(fields, context);
        return core == null || !fields.findings().isEmpty() ? null : fields.build(() -> maker.apply(core));
    }

    private static @Nullable EventCore core(Fields fields, LdContext context) {
        DateTimeStamp eventTime = fields.required("eventTime", fields.time("eventTime"));
        TimeZoneOffset offset = offset(fields);
        EventCore.Statement statement = statement(fields);
        EventCore.Where where = new EventCore.Where(
                fields.object("readPoint", "EPCIS 2.0 §7.3.4.1", EventDecoder::readPoint),
                fields.object("bizLocation", "EPCIS 2.0 §7.3.4.2", EventDecoder::bizLocation));
        EventCore.Why why = why(fields);
        List<SensorElement> sensors = fields.objects("sensorElementList", "EPCIS 2.0 §7.3.7.1", SensorDecoder::element);
        List<Extension> extensions = fields.extensions();
        if (eventTime == null || offset == null || statement == null || why == null) {
            return null;
        }
        return fields.build(() -> new EventCore(
                statement, new EventCore.When(eventTime, offset), where, why, sensors, extensions, context));
    }

    private static EventCore.@Nullable Statement statement(Fields fields) {
        String eventID = fields.uri("eventID");
        DateTimeStamp recordTime = fields.time("recordTime");
        List<String> certificationInfo = fields.uriOrUris("certificationInfo");
        ErrorDeclaration error =
                fields.object("errorDeclaration", "EPCIS 2.0 §7.4.1.2", EventDecoder::errorDeclaration);
        return fields.build(() -> new EventCore.Statement(eventID, recordTime, certificationInfo, error));
    }

    private static EventCore.@Nullable Why why(Fields fields) {
        var bizStep = fields.term("bizStep", CbvVocabulary.BIZ_STEP);
        var disposition = fields.term("disposition", CbvVocabulary.DISPOSITION);
        var persistent =
                fields.object("persistentDisposition", "EPCIS 2.0 §7.3.5.5", EventDecoder::persistentDisposition);
        var transactions = fields.objects("bizTransactionList", "EPCIS 2.0 §7.3.5.3", EventDecoder::bizTransaction);
        var sources = fields.objects("sourceList", "EPCIS 2.0 §7.3.5.4", EventDecoder::source);
        var destinations = fields.objects("destinationList", "EPCIS 2.0 §7.3.5.4", EventDecoder::destination);
        return fields.build(
                () -> new EventCore.Why(bizStep, disposition, persistent, transactions, sources, destinations));
    }

    private static @Nullable Action action(Fields fields) {
        String text = fields.text("action");
        return switch (text) {
            case null -> null;
            case "ADD" -> Action.ADD;
            case "OBSERVE" -> Action.OBSERVE;
            case "DELETE" -> Action.DELETE;
            default -> {
                fields.findings()
                        .add(fields.path().child("action"), text, "ADD, OBSERVE or DELETE", "EPCIS 2.0 §7.3.1.2");
                yield null;
            }
        };
    }

    private static @Nullable TimeZoneOffset offset(Fields fields) {
        String text = fields.required("eventTimeZoneOffset", fields.text("eventTimeZoneOffset"));
        return text == null ? null : fields.build(() -> new TimeZoneOffset(text));
    }

    private static List<QuantityElement> quantities(Fields fields, String name) {
        return fields.objects(name, "EPCIS 2.0 §7.3.3.3", element -> {
            String epcClass = element.required("epcClass", element.uri("epcClass"));
            var quantity = element.decimal("quantity");
            String uom = element.text("uom");
            element.noExtensions();
            return epcClass == null ? null : element.build(() -> new QuantityElement(epcClass, quantity, uom));
        });
    }

    private static List<Extension> ilmd(Fields fields) {
        List<Extension> ilmd = fields.object("ilmd", "EPCIS 2.0 §7.3.8", Fields::extensions);
        return ilmd == null ? List.of() : ilmd;
    }

    private static @Nullable ReadPoint readPoint(Fields fields) {
        String id = fields.required("id", fields.uri("id"));
        List<Extension> extensions = fields.extensions();
        return id == null ? null : new ReadPoint(id, extensions);
    }

    private static @Nullable BizLocation bizLocation(Fields fields) {
        String id = fields.required("id", fields.uri("id"));
        List<Extension> extensions = fields.extensions();
        return id == null ? null : new BizLocation(id, extensions);
    }

    private static @Nullable PersistentDisposition persistentDisposition(Fields fields) {
        int before = fields.findings().size();
        var set = fields.terms("set", CbvVocabulary.DISPOSITION);
        var unset = fields.terms("unset", CbvVocabulary.DISPOSITION);
        fields.noExtensions();
        if (fields.findings().size() > before) {
            return null;
        }
        return fields.build(() -> new PersistentDisposition(set, unset));
    }

    private static @Nullable BizTransaction bizTransaction(Fields fields) {
        var type = fields.term("type", CbvVocabulary.BIZ_TRANSACTION_TYPE);
        String id = fields.required("bizTransaction", fields.uri("bizTransaction"));
        fields.noExtensions();
        return id == null ? null : fields.build(() -> new BizTransaction(type, id));
    }

    private static @Nullable Source source(Fields fields) {
        var type = fields.required("type", fields.term("type", CbvVocabulary.SOURCE_DEST_TYPE));
        String id = fields.required("source", fields.uri("source"));
        fields.noExtensions();
        return type == null || id == null ? null : fields.build(() -> new Source(type, id));
    }

    private static @Nullable Destination destination(Fields fields) {
        var type = fields.required("type", fields.term("type", CbvVocabulary.SOURCE_DEST_TYPE));
        String id = fields.required("destination", fields.uri("destination"));
        fields.noExtensions();
        return type == null || id == null ? null : fields.build(() -> new Destination(type, id));
    }

    private static @Nullable ErrorDeclaration errorDeclaration(Fields fields) {
        DateTimeStamp declared = fields.required("declarationTime", fields.time("declarationTime"));
        var reason = fields.term("reason", CbvVocabulary.ERROR_REASON);
        List<String> corrective = fields.uris("correctiveEventIDs");
        List<Extension> extensions = fields.extensions();
        return declared == null
                ? null
                : fields.build(() -> new ErrorDeclaration(declared, reason, corrective, extensions));
    }

    /** A part that {@link #finish} only uses when no finding stands against it. */
    private static <T> T known(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a required part is absent but left no finding");
        }
        return part;
    }
}
