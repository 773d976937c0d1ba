package org.suyuan.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be stored. Nothing that a browser would run as a page of ours: no HTML, no SVG, no XML, no office file with
 * macros, no program.
 */
public enum FileType {
    PDF("application/pdf", true, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    WEBP("image/webp", true, "webp"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    ZIP("application/zip", false, "zip"),
    CSV("text/csv", false, "csv"),
    TXT("text/plain", false, "txt", "log");

    private final String mediaType;
    private final boolean inline;
    private final List<String> extensions;

    FileType(String mediaType, boolean inline, String... extensions) {
        this.mediaType = mediaType;
        this.inline = inline;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it instead of saving it. */
    public boolean inline() {
        return inline;
    }

    public List<String> extensions() {
        return extensions;
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(bare))
                .findFirst();
    }

    /** Text is text: whether it is a table only its author knows. */
    boolean includes(FileType claimed) {
        return this == claimed || (this == TXT && claimed == CSV);
    }
}
