package org.suyuan.portal.web;

/**
 * The text somebody checked, with the place where it goes wrong marked.
 *
 * @param before up to the fault; all of it when there is none
 * @param fault the character at fault, or empty
 * @param after the rest
 */
record CodeShown(String before, String fault, String after) {
    /** Longer texts are cut; no code on a package is longer. */
    static final int LENGTH_MAX = 200;

    static CodeShown plain(String text) {
        return new CodeShown(cut(text, 0, text.length()), "", "");
    }

    /** @param at where it goes wrong, from 0; nothing is marked where that is behind what is shown */
    static CodeShown faulty(String text, int at) {
        if (at < 0 || at >= Math.min(text.length(), LENGTH_MAX)) {
            return plain(text);
        }
        int end = text.offsetByCodePoints(at, 1);
        return new CodeShown(text.substring(0, at), text.substring(at, end), cut(text, end, text.length()));
    }

    private static String cut(String text, int from, int to) {
        return to <= LENGTH_MAX ? text.substring(from, to) : text.substring(from, Math.max(from, LENGTH_MAX)) + "…";
    }

    public String text() {
        return before + fault + after;
    }
}
