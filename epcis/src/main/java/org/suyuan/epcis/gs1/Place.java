package org.suyuan.epcis.gs1;

import java.util.List;
import java.util.Optional;

/**
 * A place: a GLN, and for a part of it (a dock, a shelf, a stall) the extension component, AI (414) and (254).
 *
 * @param extension empty for the whole place
 */
public record Place(Gln gln, String extension) {

    private static final String GLN = "414";
    private static final String EXTENSION = "254";

    /** How an SGLN says that there is no extension. */
    private static final String NO_EXTENSION = "0";

    public Place {
        extension = extension.equals(NO_EXTENSION) ? "" : extension;
        if (!extension.isEmpty()) {
            String text = extension;
            ApplicationIdentifiers.find(EXTENSION).orElseThrow().fault(text).ifPresent(fault -> {
                throw new Gs1SyntaxException(fault.rule(), text, fault.position(), fault.detail());
            });
        }
    }

    public static Place of(Gln gln) {
        return new Place(gln, "");
    }

    /**
     * Takes an SGLN URN, a Digital Link of key 414 of any host, or a bare GLN of 13 digits.
     *
     * @throws Gs1SyntaxException naming the text, the rule and the position
     */
    public static Place parse(String text) {
        if (text.length() == Gln.LENGTH && Cset.NUMERIC.holds(text)) {
            return of(Gln.of(text));
        }
        DigitalLink link = EpcUri.isEpcUrn(text)
                ? EpcUri.parse(text).digitalLink().orElseThrow(() -> notAPlace(text))
                : DigitalLink.parse(text);
        if (!link.key().ai().equals(GLN)) {
            throw notAPlace(text);
        }
        return new Place(Gln.of(link.key().value()), link.qualifier(EXTENSION).orElse(""));
    }

    private static Gs1SyntaxException notAPlace(String text) {
        return new Gs1SyntaxException(Rule.UNRECOGNISED, text, 0, "not a place (expected: SGLN, /414/… or a GLN)");
    }

    /** The canonical Digital Link. */
    public String uri() {
        return link().canonical();
    }

    public DigitalLink link() {
        return new DigitalLink(
                new Element(GLN, gln.value()),
                Optional.of(extension)
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Element(EXTENSION, value))
                        .stream()
                        .toList(),
                List.of());
    }

    @Override
    public String toString() {
        return uri();
    }
}
