package org.suyuan.epcis.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suyuan.epcis.gs1.DigitalLink;
import org.suyuan.epcis.gs1.Element;
import org.suyuan.epcis.gs1.ElementString;
import org.suyuan.epcis.gs1.EpcUri;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.gs1.SymbologyIdentifier;
import org.suyuan.epcis.unit.UnitReading.Malformed;
import org.suyuan.epcis.unit.UnitReading.Recognised;

/**
 * Reads a trace unit from whatever a person pastes, scans or types; the accepted spellings are listed in
 * {@code docs/design/identifiers.md}. Never throws: what is no unit comes back as {@link Malformed} with the rule it breaks.
 */
public final class UnitSyntax {

    /** Longer than any symbol that a phone reads from a package; longer text is no identifier. */
    public static final int TEXT_CHARS_MAX = 2_000;

    /** A domain in front of a path, pasted without {@code https://}. */
    private static final Pattern BARE_HOST =
            Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(?::[0-9]+)?/.*");

    private static final String HTTPS = "https://";

    private UnitSyntax() {}

    public static UnitReading read(String text) {
        if (text.length() > TEXT_CHARS_MAX) {
            return new Malformed(
                    text,
                    Rule.TOO_LONG,
                    text.length() + " characters (expected: at most " + TEXT_CHARS_MAX + ")",
                    TEXT_CHARS_MAX);
        }
        InputText input = InputText.of(text);
        try {
            return recognise(input);
        } catch (Gs1SyntaxException fault) {
            return new Malformed(text, fault.rule(), fault.detail(), positionIn(input, fault));
        }
    }

    /**
     * The unit of a text that should be one, for instance a canonical URI from a store.
     *
     * @throws Gs1SyntaxException when it is none
     */
    public static TraceUnit unit(String text) {
        return switch (read(text)) {
            case Recognised recognised -> recognised.unit();
            case Malformed bad -> throw new Gs1SyntaxException(bad.rule(), text, bad.position(), bad.detail());
        };
    }

    /** What goes into a symbol for the unit; empty for units that have no GS1 key. */
    public static Optional<ElementString> elementString(TraceUnit unit) {
        return DigitalLink.find(unit.uri()).map(link -> new ElementString(link.path()));
    }

    private static Recognised recognise(InputText input) {
        String text = input.plain();
        if (text.isEmpty()) {
            throw new Gs1SyntaxException(Rule.EMPTY, text, 0, "no text");
        }
        if (text.indexOf(ElementString.GS) >= 0 || SymbologyIdentifier.announcesElementString(text)) {
            return elements(input, text, Syntax.SCANNED_ELEMENT_STRING);
        }
        if (SymbologyIdentifier.isAtStartOf(text)) {
            return behindSymbology(input);
        }
        if (text.startsWith("(")) {
            return elements(input, text.replace(" ", ""), Syntax.BRACKETED_ELEMENT_STRING);
        }
        if (EpcUri.isEpcUrn(text)) {
            return epc(input, text);
        }
        if (text.regionMatches(true, 0, SupervisionCode.URN, 0, SupervisionCode.URN.length())) {
            return new Recognised(
                    new TraceUnit.SupervisedItem(SupervisionCode.of(text)),
                    Syntax.SUPERVISION_URN,
                    input.raw(),
                    Map.of());
        }
        return number(input, text).or(() -> link(input, text)).orElseGet(() -> other(input));
    }

    /** Plain digits, or a GTIN and a serial. */
    private static Optional<Recognised> number(InputText input, String text) {
        return text.charAt(0) >= '0' && text.charAt(0) <= '9' ? TypedNumber.read(input, text) : Optional.empty();
    }

    private static Recognised behindSymbology(InputText input) {
        InputText rest = InputText.of(input.plain().substring(SymbologyIdentifier.LENGTH));
        if (SymbologyIdentifier.isAtStartOf(rest.plain())) {
            throw new Gs1SyntaxException(Rule.STRUCTURE, input.plain(), 3, "two symbology identifiers");
        }
        Recognised inner = recognise(rest);
        return new Recognised(inner.unit(), inner.syntax(), input.raw(), inner.attributes());
    }

    static Recognised elements(InputText input, String text, Syntax syntax) {
        ElementString elements = ElementString.parse(text);
        elements.associationFault().ifPresent(fault -> {
            throw new Gs1SyntaxException(fault.rule(), text, 0, fault.detail());
        });
        return recognised(elements.identification(), elements.elements(), syntax, input.raw());
    }

    private static Recognised epc(InputText input, String text) {
        DigitalLink link = EpcUri.parse(text)
                .digitalLink()
                .orElseThrow(() -> new Gs1SyntaxException(Rule.VALUE, text, 0, "names more than one class of things"));
        return link(link, Syntax.EPC_URN, input.raw());
    }

    private static Optional<Recognised> link(InputText input, String text) {
        String uri = !text.contains("://") && BARE_HOST.matcher(text).matches() ? HTTPS + text : text;
        return ScanUrl.code(uri)
                .flatMap(UnitSyntax::carried)
                .map(inner -> new Recognised(inner.unit(), Syntax.SCAN_URL, input.raw(), inner.attributes()))
                .or(() -> DigitalLink.find(uri).map(link -> link(link, Syntax.DIGITAL_LINK, input.raw())));
    }

    /** A code inside a scan URL; what is no code there may be an ordinary address. */
    private static Optional<Recognised> carried(String code) {
        boolean isAddress = code.regionMatches(true, 0, "http", 0, 4);
        return !isAddress && read(code) instanceof Recognised inner ? Optional.of(inner) : Optional.empty();
    }

    private static Recognised link(DigitalLink link, Syntax syntax, String raw) {
        List<Element> all =
                Stream.concat(link.path().stream(), link.attributes().stream()).toList();
        return recognised(link.identification(), all, syntax, raw);
    }

    private static Recognised other(InputText input) {
        if (!AbsoluteUri.is(input.plain())) {
            throw new Gs1SyntaxException(Rule.UNRECOGNISED, input.plain(), 0, "no code and no absolute URI");
        }
        String uri = AbsoluteUri.is(input.stripped()) ? input.stripped() : input.plain();
        return new Recognised(new TraceUnit.OtherThing(uri), Syntax.OTHER_URI, input.raw(), Map.of());
    }

    private static Recognised recognised(List<Element> identification, List<Element> all, Syntax syntax, String raw) {
        Map<String, String> attributes = new LinkedHashMap<>();
        all.stream()
                .filter(element -> !identification.contains(element))
                .forEach(element -> attributes.put(element.ai(), element.value()));
        return new Recognised(unit(identification), syntax, raw, attributes);
    }

    private static TraceUnit unit(List<Element> identification) {
        Element key = identification.getFirst();
        Element last = identification.getLast();
        return switch (key.ai() + (last == key ? "" : "/" + last.ai())) {
            case "00" -> new TraceUnit.LogisticUnit(Sscc.of(key.value()));
            case "01" -> new TraceUnit.ProductClass(Gtin.of(key.value()));
            case "01/10" -> new TraceUnit.Lot(Gtin.of(key.value()), last.value());
            case "01/21" -> new TraceUnit.Item(Gtin.of(key.value()), last.value());
            default ->
                new TraceUnit.OtherThing(
                        new DigitalLink(key, identification.subList(1, identification.size()), List.of()).canonical());
        };
    }

    /** Where in the raw text a fault lies that was found in a piece of it, or in it without its blanks. */
    private static int positionIn(InputText input, Gs1SyntaxException fault) {
        String text = input.plain();
        int piece = text.indexOf(fault.text());
        int at = piece >= 0 ? piece + fault.position() : TypedNumber.positionWithSeparators(text, fault.position());
        return input.offset() + Math.clamp(at, 0, text.length());
    }
}
