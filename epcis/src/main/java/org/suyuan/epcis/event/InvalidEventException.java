package org.suyuan.epcis.event;

import java.io.Serial;

/**
 * A value that the standard forbids was about to enter the model. Carries the field, the value found and the rule with
 * its clause, so that a reader can turn it into a finding without parsing the message.
 */
public final class InvalidEventException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Values longer than this are cut in messages: a report about bad input must stay readable. */
    public static final int MESSAGE_VALUE_CHARS_MAX = 120;

    private final String field;
    private final String value;
    private final String expected;
    private final String clause;

    public InvalidEventException(String field, String value, String expected, String clause) {
        super(message(field, value, expected, clause));
        this.field = field;
        this.value = value;
        this.expected = expected;
        this.clause = clause;
    }

    /** Name of the field within the record that refused it. */
    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }

    public String clause() {
        return clause;
    }

    /** The one form of every message about bad input: {@code quantity: -3 (expected: >= 0) [EPCIS 2.0 §7.3.3.3]}. */
    public static String message(String field, String value, String expected, String clause) {
        String shown = value.length() <= MESSAGE_VALUE_CHARS_MAX
                ? value
                : value.substring(0, MESSAGE_VALUE_CHARS_MAX) + "… (" + value.length() + " characters)";
        return field + ": " + shown + " (expected: " + expected + ") [" + clause + "]";
    }
}
