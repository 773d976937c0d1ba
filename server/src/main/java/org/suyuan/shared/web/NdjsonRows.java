package org.suyuan.shared.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line; absent values are absent members, as everywhere in the API. */
final class NdjsonRows implements ExportRows {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<String> names;
    private final JsonGenerator json;

    NdjsonRows(OutputStream out, List<String> names) {
        this.names = names;
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), new BufferedOutputStream(out, BUFFER_BYTES));
    }

    @Override
    public void add(@Nullable Object[] values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> {}
                case Integer number -> json.writeNumberProperty(names.get(i), number);
                case Long number -> json.writeNumberProperty(names.get(i), number);
                case BigDecimal number -> json.writeNumberProperty(names.get(i), number);
                case Boolean truth -> json.writeBooleanProperty(names.get(i), truth);
                case Object other -> json.writeStringProperty(names.get(i), other.toString());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void complete() {
        json.flush();
    }
}
