package org.suyuan.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells what a file is by its bytes; what its sender says it is decides nothing. */
final class Sniffer {
    /** Bytes looked at; those of text decide whether it is text at all. */
    static final int HEAD_BYTES = 64 * 1024;
    /** Names looked at in an archive; one with more is refused, not read on. */
    static final int ZIP_ENTRIES_MAX = 10_000;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> MARKUP =
            List.of("<!doctype", "<html", "<svg", "<?xml", "<script", "<head", "<body");
    private static final int BOM_BYTES = 3;

    private Sniffer() {}

    /** Empty for everything that may not be stored. */
    static Optional<FileType> sniff(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (starts(head, 0, "%PDF-")) {
            return Optional.of(FileType.PDF);
        }
        if (starts(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileType.PNG);
        }
        if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(FileType.JPEG);
        }
        if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
            return Optional.of(FileType.WEBP);
        }
        if (starts(head, 0, "PK\u0003\u0004") || starts(head, 0, "PK\u0005\u0006")) {
            return archive(file);
        }
        return isText(head, head.length == HEAD_BYTES) ? Optional.of(FileType.TXT) : Optional.empty();
    }

    private static boolean starts(byte[] head, int at, String magic) {
        if (head.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((head[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Only names are read, nothing is unpacked: an archive that would unpack to a thousand times its size does no harm here. */
    private static Optional<FileType> archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ZIP_ENTRIES_MAX) {
                return Optional.empty();
            }
            boolean office = false;
            FileType type = FileType.ZIP;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                office |= name.equals("[Content_Types].xml");
                if (name.endsWith("vbaProject.bin")) {
                    return Optional.empty();
                }
                if (name.equals("xl/workbook.xml")) {
                    type = FileType.XLSX;
                } else if (name.equals("word/document.xml")) {
                    type = FileType.DOCX;
                }
            }
            return office && type == FileType.ZIP ? Optional.empty() : Optional.of(office ? type : FileType.ZIP);
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    /** UTF-8, or the GB 18030 of many a spreadsheet; without control characters and without markup. */
    private static boolean isText(byte[] head, boolean cut) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return head.length > 0
                && (decodes(head, StandardCharsets.UTF_8, cut) || decodes(head, GB18030, cut))
                && !isMarkup(head);
    }

    private static boolean decodes(byte[] head, Charset charset, boolean cut) {
        // A character cut in two at the end of what was read is no fault of the file.
        for (int drop = 0; drop <= (cut ? BOM_BYTES : 0); drop++) {
            try {
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(head, 0, head.length - drop));
                return true;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }

    /** What a browser that guesses would take for a page. */
    private static boolean isMarkup(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(text::contains);
    }
}
