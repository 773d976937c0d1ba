package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which the portal answers; the first is for whoever does not say what he wants. */
enum Representation {
    PAGE(MediaType.TEXT_HTML),
    JSON(MediaType.APPLICATION_JSON),
    LINKSET(MediaType.valueOf("application/linkset+json"));

    /** Longer headers are noise; parsing them would be work for an attacker's benefit. */
    private static final int ACCEPT_LENGTH_MAX = 1_000;

    private final MediaType type;

    Representation(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /**
     * What the request accepts most; empty when we have nothing it accepts. {@code ?format=json} is for links, which can
     * say no header.
     */
    static Optional<Representation> of(HttpServletRequest request) {
        if ("json".equals(request.getParameter("format"))) {
            return Optional.of(JSON);
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank() || accept.length() > ACCEPT_LENGTH_MAX) {
            return Optional.of(PAGE);
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
                    .flatMap(type -> ofType(type).stream())
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.of(PAGE);
        }
    }

    private static Optional<Representation> ofType(MediaType wanted) {
        for (Representation one : values()) {
            if (wanted.includes(one.type)) {
                return Optional.of(one);
            }
        }
        // XHTML browsers and JSON-LD clients get what they can read.
        if (wanted.isCompatibleWith(MediaType.APPLICATION_XHTML_XML)) {
            return Optional.of(PAGE);
        }
        return Optional.empty();
    }
}
