package org.suyuan.epcis.gs1;

/** Text that is not what it claims to be: names the text, the rule it breaks, and the position (from 0) where it does. */
public final class Gs1SyntaxException extends IllegalArgumentException {

    /** Longer texts are cut in messages, so that a log line stays a line. */
    private static final int SHOWN_CHARS_MAX = 120;

    private final Rule rule;
    private final String text;
    private final String detail;
    private final int position;

    public Gs1SyntaxException(Rule rule, String text, int position, String detail) {
        super("%s at position %d of \"%s\" (rule %s)".formatted(detail, position, shown(text), rule));
        this.rule = rule;
        this.text = text;
        this.detail = detail;
        this.position = position;
    }

    public Rule rule() {
        return rule;
    }

    public String text() {
        return text;
    }

    /** What is wrong, with the actual and the expected, without the text itself. */
    public String detail() {
        return detail;
    }

    public int position() {
        return position;
    }

    /** The same fault seen from the text that {@code text} was cut from. */
    Gs1SyntaxException within(String whole, int offset) {
        return new Gs1SyntaxException(rule, whole, offset + position, detail);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }
}
