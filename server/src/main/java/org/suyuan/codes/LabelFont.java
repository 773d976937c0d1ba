package org.suyuan.codes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The fonts of labels. Latin text always has one, from the PDF library. Chinese needs a font of this machine: the one
 * that {@code suyuan.label-font} names, else the first found where Debian, Red Hat, macOS and Windows keep theirs. We
 * ship none because a full one weighs as much as the rest of the platform. Only glyphs in use are embedded.
 */
@Component
class LabelFont {
    private static final Logger log = LoggerFactory.getLogger(LabelFont.class);

    /** Fonts with TrueType outlines; the PDF library embeds no subset of PostScript outlines. */
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/arphic/uming.ttc",
            "/System/Library/Fonts/STHeiti Light.ttc",
            "/System/Library/Fonts/Supplemental/Songti.ttc",
            "C:/Windows/Fonts/simsun.ttc",
            "C:/Windows/Fonts/msyh.ttc");

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Optional<Path> chinese;

    LabelFont(@Value("${suyuan.label-font:}") String configured) {
        List<String> candidates = new ArrayList<>(configured.isBlank() ? KNOWN : List.of(configured));
        this.chinese =
                candidates.stream().map(Path::of).filter(LabelFont::usable).findFirst();
        if (chinese.isEmpty()) {
            log.warn(
                    "No TrueType font with Chinese glyphs found (looked at {}); labels show Latin names only."
                            + " Install one, for example wqy-microhei, or name one by suyuan.label-font",
                    candidates);
        }
    }

    /** The fonts of one document; it must be closed after the document is saved. */
    Faces open(PDDocument document) throws IOException {
        try (InputStream latin = PDDocument.class.getResourceAsStream(LATIN)) {
            if (latin == null) {
                throw new IllegalStateException("the PDF library has no " + LATIN);
            }
            PDFont plain = PDType0Font.load(document, latin, true);
            return chinese.isEmpty() ? new Faces(plain, null, null) : withChinese(document, plain, chinese.get());
        }
    }

    private static Faces withChinese(PDDocument document, PDFont latin, Path file) throws IOException {
        Source source = Source.open(file.toFile());
        return new Faces(latin, PDType0Font.load(document, source.font(), true), source);
    }

    private static boolean usable(Path file) {
        if (!Files.isReadable(file)) {
            return false;
        }
        try (Source source = Source.open(file.toFile())) {
            return source.font().getGlyph() != null
                    && source.font().getUnicodeCmapLookup().getGlyphId('码') > 0;
        } catch (IOException | RuntimeException e) {
            log.warn("{} is no usable TrueType font: {}", file, e.getMessage());
            return false;
        }
    }

    /** A font file, single or the first of a collection. */
    private record Source(TrueTypeFont font, AutoCloseable file) implements AutoCloseable {
        static Source open(File file) throws IOException {
            if (file.getName().endsWith(".ttc")) {
                TrueTypeCollection collection = new TrueTypeCollection(file);
                List<TrueTypeFont> fonts = new ArrayList<>();
                collection.processAllFonts(fonts::add);
                return new Source(fonts.getFirst(), collection);
            }
            TrueTypeFont font = file.getName().endsWith(".otf")
                    ? new OTFParser().parse(new RandomAccessReadBufferedFile(file))
                    : new TTFParser().parse(new RandomAccessReadBufferedFile(file));
            if (font instanceof OpenTypeFont outlines && outlines.isPostScript()) {
                font.close();
                throw new IOException("PostScript outlines (expected: TrueType)");
            }
            return new Source(font, font);
        }

        @Override
        public void close() {
            closeQuietly(file);
        }
    }

    /**
     * The fonts of one document.
     *
     * @param latin always there
     * @param wide Chinese and Latin, null where this machine has none
     * @param file behind {@code wide}, read until the document is saved
     */
    record Faces(
            PDFont latin, @Nullable PDFont wide, @Nullable AutoCloseable file) implements AutoCloseable {

        /** The font that has all glyphs of the text. */
        Optional<PDFont> of(String text) {
            if (shows(latin, text)) {
                return Optional.of(latin);
            }
            return wide != null && shows(wide, text) ? Optional.of(wide) : Optional.empty();
        }

        private static boolean shows(PDFont font, String text) {
            try {
                font.getStringWidth(text);
                return true;
            } catch (IllegalArgumentException | IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            closeQuietly(file);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable file) {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (Exception e) {
            log.warn("closing a font: {}", e.getMessage());
        }
    }
}
