package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A GS1 Digital Link: a primary key, its qualifiers in the order of the standard, and attributes. The host is not part of what
 * it says, so it is not kept.
 */
public record DigitalLink(Element key, List<Element> qualifiers, List<Element> attributes) {

    public DigitalLink {
        qualifiers = List.copyOf(qualifiers);
        attributes = List.copyOf(attributes);
        ApplicationIdentifier keyAi = known(key);
        if (!keyAi.key()) {
            throw new Gs1SyntaxException(Rule.MISSING_KEY, key.toString(), 0, key + " (expected: a primary key)");
        }
        requireFaultless(key);
        qualifiers.forEach(DigitalLink::requireFaultless);
        attributes.forEach(DigitalLink::requireFaultless);
        List<String> qualifierCodes = LinkText.codes(qualifiers);
        List<List<String>> sequences = LinkText.fitting(keyAi, qualifierCodes);
        if (!qualifiers.isEmpty() && sequences.isEmpty()) {
            throw new Gs1SyntaxException(
                    Rule.ORDER, key.toString(), 0, "qualifiers " + qualifierCodes + " (expected: " + sequences + ")");
        }
        requireAttributes(key, qualifiers, attributes, sequences);
    }

    private static ApplicationIdentifier known(Element element) {
        return ApplicationIdentifiers.find(element.ai())
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.UNKNOWN_AI, element.toString(), 1, element.ai() + " is no Application Identifier"));
    }

    private static void requireFaultless(Element element) {
        known(element).fault(element.value()).ifPresent(fault -> {
            throw new Gs1SyntaxException(fault.rule(), element.value(), fault.position(), fault.detail());
        });
    }

    private static void requireAttributes(
            Element key, List<Element> qualifiers, List<Element> attributes, List<List<String>> sequences) {
        List<Element> seen = new ArrayList<>(qualifiers);
        seen.add(key);
        for (Element attribute : attributes) {
            if (!known(attribute).attribute()
                    || sequences.stream().anyMatch(sequence -> sequence.contains(attribute.ai()))) {
                throw new Gs1SyntaxException(
                        Rule.NOT_AN_ATTRIBUTE, attribute.toString(), 1, attribute.ai() + " may not stand in the query");
            }
            if (seen.stream().anyMatch(before -> before.ai().equals(attribute.ai()))) {
                throw new Gs1SyntaxException(Rule.REPEATED, attribute.toString(), 1, attribute.ai() + " twice");
            }
            seen.add(attribute);
        }
    }

    /**
     * Takes a Digital Link of any host apart; names in place of numbers (version 1.0) and GTINs of 8 to 13 digits are allowed.
     *
     * @throws Gs1SyntaxException naming the URI, the rule and the position
     */
    public static DigitalLink parse(String uri) {
        return find(uri)
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.UNRECOGNISED, uri, 0, "no GS1 key in the path of a http or https URI"));
    }

    /** As {@link #parse}, but empty when the URI has no GS1 key in its path. */
    public static Optional<DigitalLink> find(String uri) {
        return LinkText.read(uri).map(DigitalLink::checked);
    }

    private static DigitalLink checked(LinkText text) {
        for (LinkText.Located located :
                Stream.concat(text.path().stream(), text.query().stream()).toList()) {
            located.ai().fault(located.element().value()).ifPresent(fault -> {
                throw located.refused(text.uri(), fault);
            });
        }
        List<Element> path = text.pathElements();
        List<Element> attributes =
                text.query().stream().map(LinkText.Located::element).toList();
        try {
            return new DigitalLink(path.getFirst(), path.subList(1, path.size()), attributes);
        } catch (Gs1SyntaxException fault) {
            throw new Gs1SyntaxException(fault.rule(), text.uri(), text.key().position(), fault.detail());
        }
    }

    /**
     * The link that says what an element string says: its first primary key, the qualifiers that go with it, all else as
     * attributes, those of predefined length first.
     *
     * @throws Gs1SyntaxException when it has no primary key, or an element that can stand nowhere in the link
     */
    public static DigitalLink of(ElementString elementString) {
        List<Element> elements = elementString.elements().stream().distinct().toList();
        Element key = elements.stream()
                .filter(element -> known(element).key())
                .findFirst()
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.MISSING_KEY, elementString.bracketed(), 0, "no primary key such as (01) or (00)"));
        return of(key, elements);
    }

    private static DigitalLink of(Element key, List<Element> elements) {
        List<List<String>> sequences = known(key).qualifierSequences();
        List<Element> qualifiers = qualifiers(key, elements);
        List<Element> rest = elements.stream()
                .filter(element -> !element.equals(key) && !qualifiers.contains(element))
                .sorted(Comparator.comparing(element -> !known(element).predefinedLength()))
                .toList();
        rest.stream()
                .filter(element -> sequences.stream().anyMatch(sequence -> sequence.contains(element.ai())))
                .findFirst()
                .ifPresent(element -> {
                    throw new Gs1SyntaxException(
                            Rule.NOT_AN_ATTRIBUTE,
                            element.toString(),
                            1,
                            element.ai() + " does not go with " + qualifiers);
                });
        return new DigitalLink(key, qualifiers, rest);
    }

    /** Those of the elements that qualify the key, by the alternative that takes most of them, in its order. */
    static List<Element> qualifiers(Element key, List<Element> elements) {
        return known(key).qualifierSequences().stream()
                .map(sequence -> inOrder(sequence, elements))
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static List<Element> inOrder(List<String> sequence, List<Element> elements) {
        return sequence.stream()
                .flatMap(
                        code -> elements.stream().filter(element -> element.ai().equals(code)))
                .toList();
    }

    /** The value of a qualifier. */
    public Optional<String> qualifier(String ai) {
        return value(qualifiers, ai);
    }

    public Optional<String> attribute(String ai) {
        return value(attributes, ai);
    }

    private static Optional<String> value(List<Element> elements, String ai) {
        return elements.stream()
                .filter(element -> element.ai().equals(ai))
                .map(Element::value)
                .findFirst();
    }

    /** Key and qualifiers at {@code https://id.gs1.org}, without attributes: the name of the thing. */
    public String canonical() {
        return LinkText.render(Gs1Uri.CANONICAL_STEM, path(), List.of());
    }

    /** Everything, at a host of one's own: {@code https://example.com} or {@code https://example.com/some/path}. */
    public String uri(String stem) {
        String trimmed = stem.endsWith("/") ? stem.substring(0, stem.length() - 1) : stem;
        return LinkText.render(trimmed, path(), attributes);
    }

    /** Key and finest qualifier: what is left of the link in the canonical URI of a thing ({@link Gs1Uri}). */
    public List<Element> identification() {
        return Gs1Uri.finest(path());
    }

    public List<Element> path() {
        List<Element> path = new ArrayList<>(1 + qualifiers.size());
        path.add(key);
        path.addAll(qualifiers);
        return path;
    }
}
