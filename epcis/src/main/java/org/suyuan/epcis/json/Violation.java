package org.suyuan.epcis.json;

import org.suyuan.epcis.event.InvalidEventException;

/**
 * One thing wrong with an event or its document.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) into the document: {@code /epcisBody/eventList/3/action}
 * @param value what stands there, cut when long
 * @param rule what the standard wants, with its clause
 * @param message all three in one sentence
 */
public record Violation(String pointer, String value, String rule, String message) {

    static Violation of(JsonPath path, String value, String expected, String clause) {
        String pointer = path.pointer();
        String shown = value.length() <= InvalidEventException.MESSAGE_VALUE_CHARS_MAX
                ? value
                : value.substring(0, InvalidEventException.MESSAGE_VALUE_CHARS_MAX) + "…";
        return new Violation(
                pointer,
                shown,
                expected + " [" + clause + "]",
                InvalidEventException.message(pointer.isEmpty() ? "document" : pointer, value, expected, clause));
    }
}
