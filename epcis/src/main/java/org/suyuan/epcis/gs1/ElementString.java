package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A GS1 element string: Application Identifiers with their values, as people read it ({@code (01)…(21)…}) or as scanners send it
 * ({@code 01…21…<GS>10…}; General Specifications §7.8). Each value is right on its own; {@link #associationFault()} and
 * {@link #missingPartner()} look at how they go together.
 */
public record ElementString(List<Element> elements) {

    /** FNC1 as scanners transmit it. */
    public static final char GS = '\u001D';

    /** More than fit into the largest symbol. */
    public static final int ELEMENTS_MAX = 200;

    private static final List<String> KEYS_BY_RANK = List.of("00", "01", "8006");

    public ElementString {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new Gs1SyntaxException(Rule.EMPTY, "", 0, "no element");
        }
        if (elements.size() > ELEMENTS_MAX) {
            throw new Gs1SyntaxException(
                    Rule.TOO_LONG, "", 0, elements.size() + " elements (expected: at most " + ELEMENTS_MAX + ")");
        }
        for (Element element : elements) {
            ApplicationIdentifiers.find(element.ai())
                    .orElseThrow(() -> new Gs1SyntaxException(
                            Rule.UNKNOWN_AI, element.toString(), 1, element.ai() + " is no Application Identifier"))
                    .fault(element.value())
                    .ifPresent(fault -> {
                        throw new Gs1SyntaxException(fault.rule(), element.value(), fault.position(), fault.detail());
                    });
        }
    }

    /**
     * Reads either form; a symbology identifier in front ({@code ]C1}, {@code ]d2}, …) is taken off.
     *
     * @throws Gs1SyntaxException naming the text, the rule and the position
     */
    public static ElementString parse(String text) {
        int start = SymbologyIdentifier.lengthOfGs1(text);
        return text.startsWith("(", start) ? Brackets.read(text, start) : read(text, start);
    }

    /** An element string without brackets. */
    private static ElementString read(String text, int start) {
        List<Element> elements = new ArrayList<>();
        int at = start < text.length() && text.charAt(start) == GS ? start + 1 : start;
        while (at < text.length() && elements.size() < ELEMENTS_MAX) {
            int codeAt = at;
            ApplicationIdentifier ai = ApplicationIdentifiers.at(text, at)
                    .orElseThrow(() -> new Gs1SyntaxException(
                            Rule.UNKNOWN_AI, text, codeAt, "no Application Identifier begins here"));
            int valueAt = at + ai.code().length();
            int separator = text.indexOf(GS, valueAt);
            int end = separator < 0 ? text.length() : separator;
            if (ai.predefinedLength()) {
                end = Math.min(end, valueAt + ai.maxLength());
            }
            elements.add(checked(text, ai, text.substring(valueAt, end), valueAt));
            at = end < text.length() && text.charAt(end) == GS ? end + 1 : end;
        }
        requireSome(elements, text);
        return new ElementString(elements);
    }

    static Element checked(String text, ApplicationIdentifier ai, String value, int valueAt) {
        ai.fault(value).ifPresent(fault -> {
            throw new Gs1SyntaxException(fault.rule(), text, valueAt + fault.position(), fault.detail());
        });
        return new Element(ai.code(), value);
    }

    private static void requireSome(List<Element> elements, String text) {
        if (elements.isEmpty()) {
            throw new Gs1SyntaxException(Rule.EMPTY, text, 0, "no element");
        }
    }

    public Optional<String> value(String ai) {
        return elements.stream()
                .filter(element -> element.ai().equals(ai))
                .map(Element::value)
                .findFirst();
    }

    public boolean has(String ai) {
        return value(ai).isPresent();
    }

    /**
     * Key and finest qualifier of the thing that this is about. Where several keys stand, a package comes before a product and
     * that before the rest, whatever their order in the symbol.
     *
     * @throws Gs1SyntaxException when there is no key
     */
    public List<Element> identification() {
        Element key = elements.stream()
                .filter(element ->
                        ApplicationIdentifiers.find(element.ai()).orElseThrow().key())
                .min(Comparator.comparingInt(ElementString::rank))
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.MISSING_KEY, bracketed(), 0, "no primary key such as (01) or (00)"));
        List<Element> path = new ArrayList<>(List.of(key));
        path.addAll(DigitalLink.qualifiers(key, elements.stream().distinct().toList()));
        return Gs1Uri.finest(path);
    }

    private static int rank(Element key) {
        int rank = KEYS_BY_RANK.indexOf(key.ai());
        return rank < 0 ? KEYS_BY_RANK.size() : rank;
    }

    /** Elements that may not stand together: the same twice with other values, or two that exclude each other. */
    public Optional<ApplicationIdentifier.Fault> associationFault() {
        return Associations.repeated(elements).or(() -> Associations.excluded(elements));
    }

    /**
     * An element whose partner is missing. Not a fault of one symbol: the General Specifications (§4.14) judge all symbols on a
     * thing together.
     */
    public Optional<ApplicationIdentifier.Fault> missingPartner() {
        return Associations.missing(elements);
    }

    /** For people: {@code (01)…(21)…}. A bracket inside a value is escaped with a backslash. */
    public String bracketed() {
        return elements.stream()
                .map(element -> "(" + element.ai() + ")" + element.value().replace("(", "\\("))
                .collect(Collectors.joining());
    }

    /** For symbols: FNC1 as {@link #GS} behind every element that needs one and is not the last. */
    public String scanned() {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        for (Element element : elements) {
            if (open) {
                text.append(GS);
            }
            text.append(element.ai()).append(element.value());
            open = !ApplicationIdentifiers.find(element.ai()).orElseThrow().predefinedLength();
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return bracketed();
    }
}
