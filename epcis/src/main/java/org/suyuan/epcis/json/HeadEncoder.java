package org.suyuan.epcis.json;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;
import tools.jackson.core.JsonGenerator;

/** Writes what stands around the events of a document. */
final class HeadEncoder {

    private HeadEncoder() {}

    static void start(JsonGenerator json, DocumentHead head) {
        json.writeStartObject();
        context(json, head.context());
        switch (head.kind()) {
            case EPCIS_DOCUMENT -> {
                common(json, head, "EPCISDocument");
                json.writeName("epcisBody");
                json.writeStartObject();
            }
            case EPCIS_QUERY_DOCUMENT -> {
                common(json, head, "EPCISQueryDocument");
                json.writeName("epcisBody");
                json.writeStartObject();
                query(json, head.query());
            }
            case EVENT_LIST -> head.extensions().forEach(extension -> ExtensionTrees.write(json, extension));
            case EVENT ->
                throw new IllegalArgumentException("kind: EVENT (expected: a document; write the event by itself)");
        }
        json.writeName("eventList");
        json.writeStartArray();
    }

    static void end(JsonGenerator json, DocumentHead head) {
        json.writeEndArray();
        DocumentHead.Query query = head.query();
        if (head.kind() == DocumentHead.Kind.EPCIS_QUERY_DOCUMENT) {
            value(json, "vocabularyList", query == null ? null : query.vocabularyList());
            json.writeEndObject();
            json.writeEndObject();
        }
        if (head.kind() != DocumentHead.Kind.EVENT_LIST) {
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void context(JsonGenerator json, LdContext context) {
        json.writeName("@context");
        json.writeStartArray();
        for (LdContext.Entry entry : context.entries()) {
            switch (entry) {
                case LdContext.Entry.Reference(String uri) -> json.writeString(uri);
                case LdContext.Entry.Inline(ExtensionValue.Structure terms) -> ExtensionTrees.write(json, terms);
            }
        }
        json.writeEndArray();
    }

    private static void common(JsonGenerator json, DocumentHead head, String type) {
        text(json, "id", head.id());
        text(json, "type", type);
        text(json, "schemaVersion", head.schemaVersion());
        DateTimeStamp created = head.creationDate();
        text(json, "creationDate", created == null ? null : created.text());
        text(json, "sender", head.parties().sender());
        text(json, "receiver", head.parties().receiver());
        text(json, "instanceIdentifier", head.parties().instanceIdentifier());
        value(json, "epcisHeader", head.epcisHeader());
        head.extensions().forEach(extension -> ExtensionTrees.write(json, extension));
    }

    private static void query(JsonGenerator json, DocumentHead.@Nullable Query query) {
        json.writeName("queryResults");
        json.writeStartObject();
        if (query != null) {
            text(json, "queryName", query.queryName());
            text(json, "subscriptionID", query.subscriptionID());
            query.extensions().forEach(extension -> ExtensionTrees.write(json, extension));
        }
        json.writeName("resultsBody");
        json.writeStartObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeName(name);
            json.writeString(value);
        }
    }

    private static void value(JsonGenerator json, String name, @Nullable ExtensionValue value) {
        if (value != null) {
            json.writeName(name);
            ExtensionTrees.write(json, value);
        }
    }

    /** Jackson closes what it writes to; the stream is the caller's. */
    static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
