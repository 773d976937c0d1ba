package org.suyuan.shared.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the raw query string: asking the container for parameters would read a form body as well. */
final class QueryString {
    private QueryString() {}

    static Set<String> names(String query) {
        Set<String> names = new LinkedHashSet<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                names.add(decoded(pair.split("=", 2)[0]));
            }
        }
        return names;
    }

    static List<String> values(String query, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && decoded(parts[0]).equals(name)) {
                values.add(decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray % cannot be a parameter of ours; it is named as it came
        }
    }
}
