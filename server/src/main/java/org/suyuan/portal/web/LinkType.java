package org.suyuan.portal.web;

import java.util.Arrays;
import java.util.Optional;

/** Link types of the GS1 Web Vocabulary that this resolver knows. */
enum LinkType {
    /** What the page about it says of the product. */
    PIP("pip", "#product"),
    TRACEABILITY("traceability", "#journey"),
    VERIFICATION_SERVICE("verificationService", ""),
    LOCATION_INFO("locationInfo", "");

    static final String NAMESPACE = "https://ref.gs1.org/voc/";
    /** The namespace before 2023, still printed in tools. */
    private static final String OLD_NAMESPACE = "https://gs1.org/voc/";

    private static final String PREFIX = "gs1:";

    private final String word;
    private final String fragment;

    LinkType(String word, String fragment) {
        this.word = word;
        this.fragment = fragment;
    }

    String uri() {
        return NAMESPACE + word;
    }

    /** Part of the page that answers it. */
    String fragment() {
        return fragment;
    }

    String word() {
        return word;
    }

    /** Takes {@code gs1:pip} and the full address. */
    static Optional<LinkType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> text.equals(PREFIX + type.word)
                        || text.equals(type.uri())
                        || text.equals(OLD_NAMESPACE + type.word))
                .findFirst();
    }
}
