package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelSheetsTest {
    private static final float DPI = 200;
    private static final LabelText TEXT =
            new LabelText("纯牛奶 250 mL", "Whole milk 250 mL", "06923450000012", "L20260901");

    private final LabelSheets sheets = new LabelSheets(new LabelFont(""));

    @ParameterizedTest
    @EnumSource
    void every_label_of_a_sheet_is_read_back_by_a_scanner(LabelTemplate template) throws Exception {
        List<LabelSheets.Label> labels = labels(template.perSheet() + 1);
        try (PDDocument document = Loader.loadPDF(pdf(template, labels))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
            List<String> read = new ArrayList<>(scan(document, 0, template, template.perSheet()));
            read.addAll(scan(document, 1, template, 1));
            assertThat(read)
                    .isEqualTo(labels.stream().map(LabelSheets.Label::url).toList());
        }
    }

    @Test
    void people_read_the_product_its_gtin_lot_and_serial_in_groups_of_four() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(LabelTemplate.A4_3X8, labels(1)))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("GTIN 06923450000012", "LOT L20260901", "1000 0000 0000 0000");
            assertThat(text).containsAnyOf("纯牛奶", "Whole milk");
        }
    }

    @Test
    void without_a_chinese_font_the_latin_name_stands_on_the_label() throws IOException {
        LabelSheets plain = new LabelSheets(new LabelFont("target/no-such-font.ttf"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        plain.write(LabelTemplate.A4_4X10, TEXT, labels(1).iterator(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Whole milk", "06923450000012");
        }
    }

    @Test
    void one_document_has_a_limit() {
        assertThatThrownBy(() -> pdf(LabelTemplate.A4_4X10, labels(LabelSheets.LABELS_MAX + 1)))
                .hasMessageContaining("more than 4800");
    }

    private byte[] pdf(LabelTemplate template, List<LabelSheets.Label> labels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(template, TEXT, labels.iterator(), out);
        return out.toByteArray();
    }

    private static List<LabelSheets.Label> labels(int count) {
        List<LabelSheets.Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String serial = "10%014d".formatted(i * 7_919L);
            labels.add(new LabelSheets.Label("https://suyuan.example/01/06923450000012/21/" + serial, serial));
        }
        return labels;
    }

    private static List<String> scan(PDDocument document, int page, LabelTemplate template, int count)
            throws IOException, NotFoundException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
        List<String> read = new ArrayList<>();
        for (int slot = 0; slot < count; slot++) {
            int width = image.getWidth() / template.columns();
            int height = (int) (template.height() / 25.4f * DPI);
            BufferedImage label = image.getSubimage(
                    slot % template.columns() * width, slot / template.columns() * height, width, height - 1);
            int[] pixels = label.getRGB(0, 0, width, height - 1, null, 0, width);
            BinaryBitmap bitmap =
                    new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height - 1, pixels)));
            read.add(new MultiFormatReader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE)))
                    .getText());
        }
        return read;
    }
}
