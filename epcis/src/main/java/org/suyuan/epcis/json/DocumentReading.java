package org.suyuan.epcis.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.LdContext;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** One pass over one document: events go out as they come, the rest is gathered for the head. */
final class DocumentReading {

    private static final String CLAUSE = "EPCIS 2.0 §10.1";

    private final ReadLimits limits;
    private final EventSink sink;
    private final Findings documentFindings;
    private final LinkedHashMap<String, JsonTree> top = new LinkedHashMap<>();
    private final LinkedHashMap<String, JsonTree> body = new LinkedHashMap<>();
    private final LinkedHashMap<String, JsonTree> queryResults = new LinkedHashMap<>();
    private final LinkedHashMap<String, JsonTree> resultsBody = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private @Nullable TreeReader headReader;
    private int heldChars;
    private @Nullable LdContext context;
    private boolean sawEventList;
    private boolean sawBody;
    private boolean sawQueryResults;
    private boolean sawResultsBody;
    private int events;
    private int accepted;
    private int rejected;

    private record Held(int index, JsonPath path, JsonTree tree, Findings findings) {}

    DocumentReading(ReadLimits limits, EventSink sink) {
        this.limits = limits;
        this.sink = sink;
        this.documentFindings = new Findings(limits.findingsMax());
    }

    int events() {
        return events;
    }

    ReadOutcome read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            TokenStreamLocation at = parser.currentTokenLocation();
            return new ReadOutcome.Broken(
                    at.getLineNr(), at.getColumnNr(), "a JSON object is expected at the start", 0);
        }
        readFields(parser, JsonPath.ROOT, top, this::readTopField);
        if (parser.nextToken() != null) {
            TokenStreamLocation at = parser.currentTokenLocation();
            return new ReadOutcome.Broken(
                    at.getLineNr(), at.getColumnNr(), "nothing is expected after the document's end", events);
        }
        DocumentHead head = !sawBody && !sawEventList && isEvent() ? readSingleEvent() : readHead();
        return new ReadOutcome.Complete(head, accepted, rejected, documentFindings.violations());
    }

    private DocumentHead readHead() {
        context = context();
        DocumentHead head = new HeadDecoder(
                        documentFindings,
                        context,
                        new HeadDecoder.Parts(
                                top,
                                sawBody ? body : null,
                                sawQueryResults ? queryResults : null,
                                sawResultsBody ? resultsBody : null,
                                sawEventList))
                .decode();
        judgeHeld();
        return head;
    }

    private interface FieldReader {
        /** Whether the field was read here; otherwise it is kept as a tree. */
        boolean read(JsonParser parser, String name, JsonPath path);
    }

    private void readFields(
            JsonParser parser, JsonPath path, LinkedHashMap<String, JsonTree> rest, FieldReader special) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPath child = path.child(name);
            parser.nextToken();
            if (!special.read(parser, name, child)) {
                TreeReader reader = headReader(parser);
                JsonTree value = reader.read(child);
                if (!reader.isFull() && rest.putIfAbsent(name, value) != null) {
                    documentFindings.add(child, "given twice", "each name once in an object", CLAUSE);
                }
            }
        }
    }

    /** One for all that is not an event, so that the head as a whole stays within the size of one event. */
    private TreeReader headReader(JsonParser parser) {
        if (headReader == null) {
            headReader = new TreeReader(parser, limits, documentFindings);
        }
        return headReader;
    }

    private boolean readTopField(JsonParser parser, String name, JsonPath path) {
        if (name.equals("epcisBody") && parser.currentToken() == JsonToken.START_OBJECT) {
            sawBody = true;
            rememberContext();
            readFields(parser, path, body, this::readBodyField);
            return true;
        }
        return readEventListField(parser, name, path);
    }

    private boolean readBodyField(JsonParser parser, String name, JsonPath path) {
        if (name.equals("queryResults") && parser.currentToken() == JsonToken.START_OBJECT) {
            sawQueryResults = true;
            readFields(parser, path, queryResults, this::readQueryField);
            return true;
        }
        return readEventListField(parser, name, path);
    }

    private boolean readQueryField(JsonParser parser, String name, JsonPath path) {
        if (name.equals("resultsBody") && parser.currentToken() == JsonToken.START_OBJECT) {
            sawResultsBody = true;
            readFields(parser, path, resultsBody, this::readEventListField);
            return true;
        }
        return false;
    }

    private boolean readEventListField(JsonParser parser, String name, JsonPath path) {
        if (!name.equals("eventList") || parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        if (sawEventList) {
            documentFindings.add(path, "given twice", "one eventList in a document", CLAUSE);
        }
        sawEventList = true;
        rememberContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readEvent(parser, path.child(events));
        }
        return true;
    }

    private void readEvent(JsonParser parser, JsonPath path) {
        int index = events++;
        if (index >= limits.eventsMax()) {
            if (index == limits.eventsMax()) {
                documentFindings.add(
                        path,
                        "event " + (index + 1),
                        "at most " + limits.eventsMax() + " events",
                        "limit of this reader");
            }
            parser.skipChildren();
            return;
        }
        Findings findings = new Findings(limits.findingsMax());
        TreeReader reader = new TreeReader(parser, limits, findings);
        JsonTree tree = reader.read(path);
        if (reader.isCut()) {
            reject(index, path, findings);
        } else if (context != null) {
            judge(index, path, tree, findings);
        } else {
            hold(new Held(index, path, tree, findings), reader.chars());
        }
    }

    private void hold(Held event, int chars) {
        if (heldChars > limits.heldCharsMax()) {
            return;
        }
        heldChars += chars;
        if (heldChars > limits.heldCharsMax()) {
            documentFindings.add(
                    JsonPath.ROOT.child("@context"),
                    "after the events",
                    "before the events in a document with more than " + limits.heldCharsMax() + " characters",
                    "limit of this reader");
            held.clear();
        } else {
            held.add(event);
        }
    }

    private void judgeHeld() {
        held.forEach(event -> judge(event.index(), event.path(), event.tree(), event.findings()));
        held.clear();
    }

    /** An event type, or a word that is meant as one and deserves the finding of an event. */
    private boolean isEvent() {
        return top.get("type") instanceof JsonTree.Text(String type) && !type.startsWith("EPCIS");
    }

    private DocumentHead readSingleEvent() {
        events = 1;
        Findings findings = new Findings(limits.findingsMax());
        documentFindings.moveTo(findings);
        JsonPath contextPath = JsonPath.ROOT.child("@context");
        if (!top.containsKey("@context")) {
            findings.add(contextPath, "absent", "a context, for an event by itself", "EPCIS 2.0 §10.2");
        }
        context = LdContext.EMPTY;
        if (headReader != null && headReader.isCut()) {
            reject(0, JsonPath.ROOT, findings);
        } else {
            judge(0, JsonPath.ROOT, new JsonTree.Structure(top), findings);
        }
        return new DocumentHead(
                DocumentHead.Kind.EVENT,
                ContextDecoder.decode(top.get("@context"), contextPath, new Findings(1)),
                null,
                null,
                null,
                DocumentHead.Parties.UNSAID,
                null,
                null,
                List.of());
    }

    private void judge(int index, JsonPath path, JsonTree tree, Findings findings) {
        EpcisEvent event = EventDecoder.decode(tree, path, context(), findings);
        if (event != null && findings.isEmpty()) {
            accepted++;
            sink.take(new ReadResult.Accepted(index, path.pointer(), event));
        } else {
            reject(index, path, findings);
        }
    }

    private void reject(int index, JsonPath path, Findings findings) {
        rejected++;
        sink.take(new ReadResult.Rejected(index, path.pointer(), findings.violations(), findings.truncated()));
    }

    private void rememberContext() {
        if (context == null && top.containsKey("@context")) {
            context = context();
        }
    }

    private LdContext context() {
        return context != null
                ? context
                : ContextDecoder.decode(top.get("@context"), JsonPath.ROOT.child("@context"), documentFindings);
    }
}
