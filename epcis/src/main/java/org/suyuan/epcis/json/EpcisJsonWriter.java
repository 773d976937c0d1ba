package org.suyuan.epcis.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.LdContext;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes EPCIS 2.0 JSON-LD. What was read comes back with the same meaning and the same spelling of times, words and
 * extension names; fields stand in one fixed order, so that equal events give equal bytes.
 */
public final class EpcisJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private EpcisJsonWriter() {}

    /** One event by itself, compact, UTF-8, with the context it needs. */
    public static byte[] toBytes(EpcisEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        write(event, out);
        return out.toByteArray();
    }

    /** One event by itself; the stream stays open. */
    public static void write(EpcisEvent event, OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            EventEncoder.write(json, event, standalone(event.core().context()));
        }
    }

    /** Starts a document; its events follow one by one, and {@link Document#close()} ends it. */
    public static Document open(DocumentHead head, OutputStream out) {
        return new Document(head, generator(out));
    }

    /** A document being written. Not closing it leaves a torn document. */
    public static final class Document implements AutoCloseable {

        private final DocumentHead head;
        private final JsonGenerator json;

        private Document(DocumentHead head, JsonGenerator json) {
            this.head = head;
            this.json = json;
            HeadEncoder.start(json, head);
        }

        public void write(EpcisEvent event) {
            EventEncoder.write(json, event, beyond(head.context(), event.core().context()));
        }

        /** Copies an event that {@link #toBytes} wrote, without reading it again. */
        public void writeStored(byte[] event) {
            json.writeRawValue(new String(event, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            HeadEncoder.end(json, head);
            json.close();
        }
    }

    private static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), new HeadEncoder.Unclosed(out));
    }

    /** An event by itself must carry a context, GS1's at least (EPCIS 2.0 §10.2). */
    private static LdContext standalone(LdContext context) {
        return context.entries().isEmpty() ? LdContext.OF_THE_STANDARD : context;
    }

    /** What an event's context says beyond its document's; {@code null} when nothing. */
    private static @Nullable LdContext beyond(LdContext document, LdContext event) {
        if (event.startsWith(document)) {
            List<LdContext.Entry> inner = event.entries()
                    .subList(document.entries().size(), event.entries().size());
            return inner.isEmpty() ? null : new LdContext(inner);
        }
        return event.equals(LdContext.OF_THE_STANDARD) && document.hasStandardReference() ? null : event;
    }
}
