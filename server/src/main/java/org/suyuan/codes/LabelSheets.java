package org.suyuan.codes;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.stereotype.Component;

/**
 * Draws labels for home-printed sheets: a QR code (GB/T 18284) with the code's web address on the left, what a person
 * reads on the right. Modules are drawn as rectangles, not as pixels, so any printer prints them sharp.
 */
@Component
class LabelSheets {
    /** Labels of one document, 200 sheets of 24: a document is held on disk while it is made. */
    static final int LABELS_MAX = 4_800;

    private static final float POINTS_PER_MM = 72f / 25.4f;
    private static final float MARGIN_MM = 3f;
    /** ISO/IEC 18004 §5.3.8 asks for four light modules around a symbol. */
    private static final int QUIET_MODULES = 4;

    private static final float NAME_SIZE = 7.5f;
    private static final float TEXT_SIZE = 6f;
    private static final int NAME_LINES_MAX = 3;

    private final LabelFont fonts;

    LabelSheets(LabelFont fonts) {
        this.fonts = fonts;
    }

    /** One label: the address in the symbol and the digits that a person types when the symbol is damaged. */
    record Label(String url, String code) {}

    void write(LabelTemplate template, LabelText text, Iterator<Label> labels, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                LabelFont.Faces faces = fonts.open(document)) {
            document.getDocumentInformation().setTitle(text.name());
            int written = 0;
            while (labels.hasNext()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (int slot = 0; slot < template.perSheet() && labels.hasNext(); slot++) {
                        if (++written > LABELS_MAX) {
                            throw new IllegalArgumentException("labels: more than " + LABELS_MAX);
                        }
                        draw(content, template, slot, text, labels.next(), faces);
                    }
                }
            }
            document.save(out);
        }
    }

    private static void draw(
            PDPageContentStream content,
            LabelTemplate template,
            int slot,
            LabelText text,
            Label label,
            LabelFont.Faces faces)
            throws IOException {
        float left = slot % template.columns() * template.width() * POINTS_PER_MM;
        float top = PDRectangle.A4.getHeight() - slot / template.columns() * template.height() * POINTS_PER_MM;
        float margin = MARGIN_MM * POINTS_PER_MM;
        float symbol = Math.min(template.height() - 2 * MARGIN_MM, template.width() * 0.45f) * POINTS_PER_MM;
        float label0 = top - template.height() * POINTS_PER_MM;
        float middle = (top + label0) / 2;
        drawSymbol(content, label.url(), left + margin / 2, middle - symbol / 2, symbol);
        float textLeft = left + margin / 2 + symbol + 2;
        float textWidth = left + template.width() * POINTS_PER_MM - margin - textLeft;
        float y = top - margin - NAME_SIZE;
        for (String line : nameLines(text, faces, textWidth)) {
            y = line(content, faces, line, NAME_SIZE, textLeft, y);
        }
        y -= 2;
        for (String line : details(text, label, faces, textWidth)) {
            y = line(content, faces, line, TEXT_SIZE, textLeft, y);
        }
    }

    private static void drawSymbol(PDPageContentStream content, String url, float x, float y, float size)
            throws IOException {
        ByteMatrix matrix = symbol(url);
        float module = size / (matrix.getWidth() + 2 * QUIET_MODULES);
        for (int row = 0; row < matrix.getHeight(); row++) {
            float bottom = y + size - (row + 1 + QUIET_MODULES) * module;
            for (int from = 0; from < matrix.getWidth(); ) {
                int to = from;
                while (to < matrix.getWidth() && matrix.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    content.addRect(x + (from + QUIET_MODULES) * module, bottom, (to - from) * module, module);
                }
                from = Math.max(to, from + 1);
            }
        }
        content.fill();
    }

    private static ByteMatrix symbol(String url) {
        try {
            return Encoder.encode(url, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("url: " + url + " (expected: fits a QR code)", e);
        }
    }

    private static List<String> nameLines(LabelText text, LabelFont.Faces faces, float width) throws IOException {
        String name = faces.of(text.name()).isPresent() ? text.name() : text.latinName();
        Optional<PDFont> font = name == null ? Optional.empty() : faces.of(name);
        return font.isEmpty() ? List.of() : wrapped(String.valueOf(name), font.get(), NAME_SIZE, width, NAME_LINES_MAX);
    }

    private static List<String> details(LabelText text, Label label, LabelFont.Faces faces, float width)
            throws IOException {
        List<String> lines = new ArrayList<>();
        if (text.gtin() != null) {
            lines.add("GTIN " + text.gtin());
        }
        if (text.lot() != null) {
            lines.add("LOT " + text.lot());
        }
        lines.addAll(wrapped(groupedInFours(label.code()), faces.latin(), TEXT_SIZE, width, 3));
        return lines;
    }

    static String groupedInFours(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Breaks at blanks where it can, else between characters; what does not fit the last line is dropped. */
    private static List<String> wrapped(String text, PDFont font, float size, float width, int linesMax)
            throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < linesMax) {
            int end = rest.length();
            while (end > 1 && font.getStringWidth(rest.substring(0, end)) * size / 1000 > width) {
                int blank = rest.lastIndexOf(' ', end - 1);
                end = blank > 0 ? blank : rest.offsetByCodePoints(end, -1);
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    private static float line(
            PDPageContentStream content, LabelFont.Faces faces, String line, float size, float x, float y)
            throws IOException {
        Optional<PDFont> font = faces.of(line);
        if (font.isPresent()) {
            content.beginText();
            content.setFont(font.get(), size);
            content.newLineAtOffset(x, y);
            content.showText(line);
            content.endText();
        }
        return y - size * 1.3f;
    }
}
