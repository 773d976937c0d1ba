package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.suyuan.epcis.event.QuantityElement;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds the tree of one value within the limits. What exceeds a limit is read over, not stored, so that the rest of
 * the document can still be judged.
 */
final class TreeReader {

    private static final String CLAUSE = "limit of this reader";
    private static final int CHARS_PER_TOKEN = 8;

    private final JsonParser parser;
    private final ReadLimits limits;
    private final Findings findings;
    private int chars;
    private boolean full;
    private boolean cut;

    TreeReader(JsonParser parser, ReadLimits limits, Findings findings) {
        this.parser = parser;
        this.limits = limits;
        this.findings = findings;
    }

    /** Reads the value at the parser's current token and leaves the parser on its last token. */
    JsonTree read(JsonPath path) {
        return read(path, 1);
    }

    /** Rough size of what was read. */
    int chars() {
        return chars;
    }

    /** Whether the size limit was passed; what was read since then is not there. */
    boolean isFull() {
        return full;
    }

    /** Whether anything was left out, so that judging the tree would report what is not wrong. */
    boolean isCut() {
        return cut;
    }

    private JsonTree read(JsonPath path, int depth) {
        count(path, CHARS_PER_TOKEN);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> tooDeep(path, depth) ? new JsonTree.Nothing() : readStructure(path, depth);
            case START_ARRAY -> tooDeep(path, depth) ? new JsonTree.Nothing() : readSequence(path, depth);
            case VALUE_STRING -> readText(path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readDecimal(path);
            case VALUE_TRUE -> new JsonTree.Truth(true);
            case VALUE_FALSE -> new JsonTree.Truth(false);
            case VALUE_NULL -> new JsonTree.Nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("token: " + token + " (expected: the start of a value)");
        };
    }

    private JsonTree readStructure(JsonPath path, int depth) {
        LinkedHashMap<String, JsonTree> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPath child = path.child(name);
            count(child, name.length());
            if (name.isEmpty()) {
                findings.add(child, "an empty name", "a name for every value", "EPCIS 2.0 §10");
            }
            parser.nextToken();
            JsonTree value = read(child, depth + 1);
            if (!full && fields.putIfAbsent(name, value) != null) {
                findings.add(child, "given twice", "each name once in an object", "EPCIS 2.0 §10, RFC 8259 §4");
            }
        }
        return new JsonTree.Structure(fields);
    }

    private JsonTree readSequence(JsonPath path, int depth) {
        List<JsonTree> items = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonTree item = read(path.child(i), depth + 1);
            if (!full) {
                items.add(item);
            }
        }
        return new JsonTree.Sequence(items);
    }

    private JsonTree readText(JsonPath path) {
        int length = parser.getStringLength();
        if (length > limits.stringCharsMax()) {
            cut(path, length + " characters", "at most " + limits.stringCharsMax() + " in one value");
            return new JsonTree.Text("");
        }
        count(path, length);
        return new JsonTree.Text(full ? "" : parser.getString());
    }

    private JsonTree readDecimal(JsonPath path) {
        BigDecimal value = parser.getDecimalValue();
        if (value.precision() > QuantityElement.NUMBER_DIGITS_MAX
                || Math.abs((long) value.scale()) > QuantityElement.NUMBER_DIGITS_MAX) {
            cut(path, parser.getString(), "a number of at most " + QuantityElement.NUMBER_DIGITS_MAX + " digits");
            return new JsonTree.Decimal(BigDecimal.ZERO);
        }
        return new JsonTree.Decimal(value);
    }

    private boolean tooDeep(JsonPath path, int depth) {
        if (depth <= limits.depthMax()) {
            return false;
        }
        cut(path, "depth " + depth, "at most " + limits.depthMax() + " levels");
        parser.skipChildren();
        return true;
    }

    private void count(JsonPath path, int more) {
        if (full) {
            return;
        }
        chars += more;
        if (chars > limits.eventCharsMax()) {
            full = true;
            cut(path, "character " + chars + " of the event", "at most " + limits.eventCharsMax() + " characters");
        }
    }

    private void cut(JsonPath path, String value, String expected) {
        cut = true;
        findings.add(path, value, expected, CLAUSE);
    }
}
