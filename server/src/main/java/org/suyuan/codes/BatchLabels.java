package org.suyuan.codes;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.InvalidInput;

/** Labels of a batch as a PDF for home printing; plants print from the list of codes instead. */
@Component
public class BatchLabels {
    public static final int LABELS_MAX = LabelSheets.LABELS_MAX;

    private final LabelSheets sheets;
    private final PublicFacts facts;

    BatchLabels(LabelSheets sheets, PublicFacts facts) {
        this.sheets = sheets;
        this.facts = facts;
    }

    /** Refuses more labels than one document takes; says how to get the rest. */
    public void check(BatchCodes codes) {
        if (codes.count() > LABELS_MAX) {
            throw InvalidInput.of(
                    "count",
                    Long.toString(codes.count()),
                    "range",
                    "expected: 1 … " + LABELS_MAX + " labels a document, the next ones by from");
        }
    }

    /** Writes the document. The stream is not closed. */
    public void write(BatchCodes codes, LabelTemplate template, String publicUrl, OutputStream out) throws IOException {
        check(codes);
        CodeBatch batch = codes.batch();
        PublicProduct product = facts.product(batch.product())
                .orElseThrow(() -> new IllegalStateException("product " + batch.product() + " is not registered"));
        Gtin gtin =
                batch.kind() == CodeKind.GS1_SERIAL ? new Gtin(batch.series().seriesClass()) : product.gtin();
        LabelText text =
                new LabelText(product.nameZh(), product.nameEn(), gtin == null ? null : gtin.value(), batch.lot());
        sheets.write(template, text, codes.labels(publicUrl), out);
    }
}
