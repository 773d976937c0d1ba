package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.List;

/** Reads element strings with brackets: {@code (01)…(21)…}. */
final class Brackets {

    private Brackets() {}

    static ElementString read(String text, int start) {
        List<Element> elements = new ArrayList<>();
        int at = start;
        while (at < text.length()) {
            if (elements.size() == ElementString.ELEMENTS_MAX) {
                throw new Gs1SyntaxException(
                        Rule.TOO_LONG, text, at, "more than " + ElementString.ELEMENTS_MAX + " elements");
            }
            int close = text.indexOf(')', at);
            if (close < 0) {
                throw new Gs1SyntaxException(Rule.STRUCTURE, text, at, "\"(\" without \")\"");
            }
            String code = text.substring(at + 1, close);
            int codeAt = at + 1;
            ApplicationIdentifier ai = ApplicationIdentifiers.find(code)
                    .orElseThrow(() -> new Gs1SyntaxException(
                            Rule.UNKNOWN_AI, text, codeAt, "\"" + code + "\" is no Application Identifier"));
            int end = valueEnd(text, close + 1);
            String value = text.substring(close + 1, end).replace("\\(", "(");
            elements.add(ElementString.checked(text, ai, value, close + 1));
            at = end;
        }
        return new ElementString(elements);
    }

    /** The next bracket that opens and is not escaped with a backslash. */
    private static int valueEnd(String text, int from) {
        for (int i = text.indexOf('(', from); i >= 0; i = text.indexOf('(', i + 1)) {
            if (text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return text.length();
    }
}
