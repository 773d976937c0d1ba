package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionName;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;
import tools.jackson.core.JsonGenerator;

/** Moves extensions between the document's tree and the model. Inside an extension any name is allowed. */
final class ExtensionTrees {

    private ExtensionTrees() {}

    static ExtensionValue of(JsonTree tree, LdContext context) {
        return switch (tree) {
            case JsonTree.Structure structure -> structure(structure, context);
            case JsonTree.Sequence(List<JsonTree> items) ->
                new ExtensionValue.Sequence(
                        items.stream().map(item -> of(item, context)).toList());
            case JsonTree.Text(String value) -> new ExtensionValue.Text(value);
            case JsonTree.Decimal(BigDecimal value) -> new ExtensionValue.Decimal(value);
            case JsonTree.Truth(boolean value) -> new ExtensionValue.Truth(value);
            case JsonTree.Nothing() -> new ExtensionValue.Nothing();
        };
    }

    static ExtensionValue.Structure structure(JsonTree.Structure structure, LdContext context) {
        List<Extension> fields = new ArrayList<>();
        structure.fields().forEach((name, value) -> {
            // An empty name was reported when the tree was read; the model has no place for it.
            if (!name.isEmpty()) {
                fields.add(new Extension(
                        context.resolve(name).orElseGet(() -> ExtensionName.local(name)), of(value, context)));
            }
        });
        return new ExtensionValue.Structure(fields);
    }

    /** A context's inline terms; their names belong to JSON-LD itself and resolve to nothing. */
    static ExtensionValue.Structure terms(LinkedHashMap<String, JsonTree> fields) {
        return structure(new JsonTree.Structure(fields), LdContext.EMPTY);
    }

    static void write(JsonGenerator json, Extension extension) {
        json.writeName(extension.name().written());
        write(json, extension.value());
    }

    static void write(JsonGenerator json, ExtensionValue value) {
        switch (value) {
            case ExtensionValue.Structure(List<Extension> fields) -> {
                json.writeStartObject();
                fields.forEach(field -> write(json, field));
                json.writeEndObject();
            }
            case ExtensionValue.Sequence(List<ExtensionValue> items) -> {
                json.writeStartArray();
                items.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case ExtensionValue.Text(String text) -> json.writeString(text);
            case ExtensionValue.Decimal(BigDecimal number) -> json.writeNumber(number);
            case ExtensionValue.Truth(boolean truth) -> json.writeBoolean(truth);
            case ExtensionValue.Nothing() -> json.writeNull();
        }
    }
}
