package org.suyuan.epcis.gs1;

import java.util.List;
import java.util.Optional;

/**
 * The one spelling of a GS1 identifier that events are compared and hashed by (CBV 2.0 §8.9, event hash ID): a Digital Link at
 * {@code https://id.gs1.org}, a GTIN with 14 digits, the finest level of identification only, no attributes.
 */
public final class Gs1Uri {

    public static final String CANONICAL_STEM = "https://id.gs1.org";

    private Gs1Uri() {}

    /**
     * The canonical URI of any EPC URN or of a Digital Link of any host; empty when the text is neither, and for patterns
     * wider than one class. Check digits and dates are not judged: two systems must agree on the hash of an event also when
     * what it reports carries a wrong number.
     *
     * <p>Of the qualifiers of a GTIN or ITIP only the finest stays: a serial makes variant and lot redundant, a lot the variant.
     */
    public static Optional<String> canonical(String uri) {
        if (CanonicalItem.isSpelledBy(uri)) {
            return Optional.of(uri);
        }
        try {
            List<Element> elements = EpcUri.isEpcUrn(uri)
                    ? EpcUri.parse(uri).elements()
                    : LinkText.read(uri).map(LinkText::pathElements).orElse(List.of());
            return elements.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LinkText.render(CANONICAL_STEM, finest(elements), List.of()));
        } catch (Gs1SyntaxException neither) {
            return Optional.empty();
        }
    }

    /** The canonical URI, or the text itself where it is no GS1 identifier: what identifiers of events are compared by. */
    public static String canonicalOrSame(String uri) {
        return canonical(uri).orElse(uri);
    }

    /** The canonical URI of a key that is known to be right. */
    public static String of(String ai, String key) {
        return CANONICAL_STEM + "/" + ai + "/" + PercentCoding.encodeForDigitalLink(key);
    }

    /** The canonical URI of a key and its qualifier that are known to be right. */
    public static String of(String ai, String key, String qualifierAi, String qualifier) {
        return of(ai, key) + "/" + qualifierAi + "/" + PercentCoding.encodeForDigitalLink(qualifier);
    }

    /** Key and finest qualifier. */
    static List<Element> finest(List<Element> elements) {
        Element key = elements.getFirst();
        Element last = elements.getLast();
        if (elements.size() == 1 || !key.ai().equals("01") && !key.ai().equals("8006")) {
            return elements;
        }
        return last.ai().equals("22") ? List.of(key) : List.of(key, last);
    }
}
