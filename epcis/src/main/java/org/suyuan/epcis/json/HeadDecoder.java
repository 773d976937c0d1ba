package org.suyuan.epcis.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;

/** Judges everything of a document but its events (EPCIS 2.0 §10.1). */
final class HeadDecoder {

    private static final String CLAUSE = "EPCIS 2.0 §10.1";

    /** The JSON form exists from version 2 on. */
    private static final Pattern SCHEMA_VERSION = Pattern.compile("2(\\.\\d+)*");

    /** The parts in which the reader found the document, events taken out. */
    record Parts(
            LinkedHashMap<String, JsonTree> top,
            @Nullable LinkedHashMap<String, JsonTree> body,
            @Nullable LinkedHashMap<String, JsonTree> queryResults,
            @Nullable LinkedHashMap<String, JsonTree> resultsBody,
            boolean hasEventList) {}

    private final Findings findings;
    private final LdContext context;
    private final Parts parts;

    HeadDecoder(Findings findings, LdContext context, Parts parts) {
        this.findings = findings;
        this.context = context;
        this.parts = parts;
    }

    DocumentHead decode() {
        Fields top = fields(parts.top(), JsonPath.ROOT);
        DocumentHead.Kind kind = kind(top);
        top.required("@context", top.tree("@context"));
        String version = version(top, kind);
        DateTimeStamp created = top.time("creationDate");
        if (kind == DocumentHead.Kind.EPCIS_DOCUMENT) {
            top.required("creationDate", created);
        }
        requireBody(kind);
        String id = id(top);
        DocumentHead.Parties parties =
                new DocumentHead.Parties(top.text("sender"), top.text("receiver"), top.text("instanceIdentifier"));
        JsonTree header = top.tree("epcisHeader");
        if (header != null && !(header instanceof JsonTree.Structure)) {
            findings.add(JsonPath.ROOT.child("epcisHeader"), header.shown(), "an object", CLAUSE);
        }
        DocumentHead.Query query = query();
        List<Extension> extensions = top.extensions();
        return new DocumentHead(
                kind,
                context,
                id,
                version,
                created,
                parties,
                header == null ? null : ExtensionTrees.of(header, context),
                query,
                extensions);
    }

    private DocumentHead.Kind kind(Fields top) {
        String type = top.text("type");
        if (type == null && parts.body() == null && parts.hasEventList()) {
            return DocumentHead.Kind.EVENT_LIST;
        }
        return switch (type) {
            case "EPCISDocument" -> DocumentHead.Kind.EPCIS_DOCUMENT;
            case "EPCISQueryDocument" -> DocumentHead.Kind.EPCIS_QUERY_DOCUMENT;
            case null, default -> {
                findings.add(
                        JsonPath.ROOT.child("type"),
                        type == null ? "absent" : type,
                        "EPCISDocument, EPCISQueryDocument or an event type",
                        CLAUSE);
                yield DocumentHead.Kind.EPCIS_DOCUMENT;
            }
        };
    }

    private @Nullable String version(Fields top, DocumentHead.Kind kind) {
        String version = top.text("schemaVersion");
        if (kind == DocumentHead.Kind.EPCIS_DOCUMENT) {
            top.required("schemaVersion", version);
        }
        if (version != null && !SCHEMA_VERSION.matcher(version).matches()) {
            findings.add(JsonPath.ROOT.child("schemaVersion"), version, "a version like 2.0", CLAUSE);
        }
        return version;
    }

    /** A URI, or a blank node identifier, which JSON-LD allows for a thing that has no name outside the document. */
    private static @Nullable String id(Fields top) {
        JsonTree id = top.tree("id");
        return id instanceof JsonTree.Text(String text) && text.startsWith("_:") ? text : top.uri("id");
    }

    private void requireBody(DocumentHead.Kind kind) {
        JsonPath at = JsonPath.ROOT.child("epcisBody");
        boolean isQuery = kind == DocumentHead.Kind.EPCIS_QUERY_DOCUMENT;
        if (kind != DocumentHead.Kind.EVENT_LIST) {
            if (parts.body() == null) {
                findings.add(at, "absent", "a body", CLAUSE);
                return;
            }
            if (isQuery != (parts.queryResults() != null)) {
                findings.add(
                        at,
                        isQuery ? "without queryResults" : "with queryResults",
                        "queryResults in an EPCISQueryDocument and nowhere else",
                        "EPCIS 2.0 §8.2.6");
            }
            fields(parts.body(), at).noExtensions();
        }
        if (!parts.hasEventList()) {
            findings.add(at.child("eventList"), "absent", "an eventList", CLAUSE);
        }
    }

    private DocumentHead.@Nullable Query query() {
        if (parts.queryResults() == null) {
            return null;
        }
        JsonPath at = JsonPath.ROOT.child("epcisBody").child("queryResults");
        Fields results = fields(parts.queryResults(), at);
        String name = results.required("queryName", results.text("queryName"));
        String subscription = results.text("subscriptionID");
        List<Extension> extensions = results.extensions();
        ExtensionValue vocabulary = null;
        if (parts.resultsBody() == null) {
            findings.add(at.child("resultsBody"), "absent", "a resultsBody", "EPCIS 2.0 §8.2.6");
        } else {
            Fields body = fields(parts.resultsBody(), at.child("resultsBody"));
            JsonTree list = body.tree("vocabularyList");
            vocabulary = list == null ? null : ExtensionTrees.of(list, context);
            body.noExtensions();
        }
        return new DocumentHead.Query(name, subscription, vocabulary, extensions);
    }

    private Fields fields(LinkedHashMap<String, JsonTree> of, JsonPath path) {
        return new Fields(new JsonTree.Structure(of), path, context, findings, CLAUSE);
    }
}
