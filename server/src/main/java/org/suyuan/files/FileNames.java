package org.suyuan.files;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names as people gave them, without what a file system, a header or an eye could be deceived by. */
final class FileNames {
    static final int LENGTH_MAX = 150;

    private static final String NAMELESS = "file";
    private static final String FORBIDDEN = "\\/:*?\"<>|";
    private static final int EXTENSION_MAX = 10;

    private FileNames() {}

    /** The last part of a path, composed, without control and direction characters and leading or trailing dots. */
    static String sanitise(@Nullable String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileNames::isKept).forEach(kept::appendCodePoint);
        String clean = kept.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
        if (clean.isEmpty()) {
            return NAMELESS;
        }
        return clean.length() <= LENGTH_MAX ? clean : shortened(clean);
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            // FORMAT holds the marks that turn the direction of text: "gpj.exe" shown as "exe.jpg".
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            default -> FORBIDDEN.indexOf(c) < 0;
        };
    }

    private static String shortened(String name) {
        String extension = extension(name);
        String tail = extension.isEmpty() ? "" : "." + extension;
        int end = LENGTH_MAX - tail.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + tail;
    }

    /** Without its dot, in small letters; empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.length() <= EXTENSION_MAX ? extension : "";
    }
}
