package org.suyuan.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list: keyset pages, never offsets.
 *
 * @param limit rows a page, 1 … {@value #LIMIT_MAX}
 * @param cursor opaque text from the previous page, null for the first
 * @param count whether the total is wanted
 */
public record PageRequest(int limit, @Nullable String cursor, boolean count) {
    public static final int LIMIT_DEFAULT = 30;
    public static final int LIMIT_MAX = 500;
    /** Totals are exact up to this many rows; beyond it the answer says so. */
    public static final int TOTAL_MAX = 10_000;

    private static final String SEPARATOR = "\u001f";

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw InvalidInput.of("limit", String.valueOf(limit), "range", "expected: 1 … " + LIMIT_MAX);
        }
    }

    /** The key of the last row seen, one text a key column, if this is not the first page. */
    public Optional<List<String>> after(int columns) {
        if (cursor == null) {
            return Optional.empty();
        }
        List<String> key;
        try {
            key = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("cursor", cursor, "cursor", "expected: the value of `next` of the previous page");
        }
        if (key.size() != columns) {
            throw InvalidInput.of("cursor", cursor, "cursor", "expected: the value of `next` of the previous page");
        }
        return Optional.of(key);
    }

    public static String cursorOf(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
