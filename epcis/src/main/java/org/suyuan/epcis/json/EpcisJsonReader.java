package org.suyuan.epcis.json;

import java.io.FilterInputStream;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads EPCIS 2.0 JSON-LD: an {@code EPCISDocument}, an {@code EPCISQueryDocument}, one event by itself, or an object
 * with {@code @context} and {@code eventList}.
 *
 * <p>Events go to the sink one at a time as they are read; the document is never held whole. Only where {@code @context}
 * comes after the events, which JSON allows and GS1's own examples do, are the events held until it is known, within
 * {@link ReadLimits#heldCharsMax()}.
 */
public final class EpcisJsonReader {

    /** Bytes of one token at which even the JSON parser gives up; soft limits report long before. */
    static final int HARD_STRING_CHARS_MAX = 16 << 20;

    /** Nesting at which even the JSON parser gives up. */
    static final int HARD_DEPTH_MAX = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(HARD_DEPTH_MAX)
                    .maxStringLength(HARD_STRING_CHARS_MAX)
                    .build())
            .build();

    private final ReadLimits limits;

    public EpcisJsonReader() {
        this(ReadLimits.DEFAULT);
    }

    public EpcisJsonReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a whole document. The stream is read to the end of the document and not closed.
     *
     * @return how it ended; what is wrong with single events went to the sink
     * @throws JacksonIOException when the stream itself fails
     */
    public ReadOutcome read(InputStream in, EventSink sink) {
        DocumentReading reading = new DocumentReading(limits, sink);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new Unclosed(in))) {
            return reading.read(parser);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            return new ReadOutcome.Broken(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    e.getOriginalMessage(),
                    reading.events());
        }
    }

    /** Jackson closes what it reads from; the stream is the caller's. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
