package org.suyuan.epcis.event;

import java.util.Optional;

/**
 * A value from a CBV vocabulary, or from a sender's own vocabulary in its place. {@link #written()} is given back as it
 * came; {@link #uri()} is what it means, so that {@code shipping}, {@code cbv:BizStep-shipping},
 * {@code urn:epcglobal:cbv:bizstep:shipping} and {@code https://ref.gs1.org/cbv/BizStep-shipping} compare equal.
 *
 * <p>A word that no standard list holds is refused unless it is a URI (or CURIE) outside GS1's namespaces, for which the
 * standard leaves the meaning to the sender (CBV 2.0 §6.3).
 */
public record CbvTerm(CbvVocabulary vocabulary, String written) {

    public CbvTerm {
        if (vocabulary.word(written).isEmpty()
                && (!EpcisUri.isAbsolute(written) || CbvVocabulary.isInStandardNamespace(written))) {
            throw new InvalidEventException(
                    vocabulary.label(),
                    written,
                    "a word of that CBV list, or a URI outside GS1's namespaces",
                    "EPCIS 2.0 §7.2, CBV 2.0 §7");
        }
    }

    /** The bare CBV word, empty for a sender's own term. */
    public Optional<String> word() {
        return vocabulary.word(written);
    }

    /** The canonical Web URI of a CBV word; a sender's own term as written. */
    public String uri() {
        return word().map(vocabulary::uri).orElse(written);
    }

    /** Whether both mean the same, however they are spelled. */
    public boolean means(CbvTerm other) {
        return uri().equals(other.uri());
    }
}
