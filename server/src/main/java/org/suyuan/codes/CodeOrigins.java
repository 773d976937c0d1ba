package org.suyuan.codes;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.SupervisionCode;
import org.suyuan.epcis.unit.TraceUnit;

/** Tells codes issued here from all others, from memory: no invented code reaches the database (design §3). */
@Component
class CodeOrigins {
    private final CodeKeys keys;
    private final IssuedSeries issued;

    CodeOrigins(CodeKeys keys, IssuedSeries issued) {
        this.keys = keys;
        this.issued = issued;
    }

    Origin of(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item(Gtin gtin, String serial) -> ofSerial(gtin.value(), serial);
            case TraceUnit.SupervisedItem(SupervisionCode code) -> ofSupervisionCode(code);
            case TraceUnit.LogisticUnit _ -> new Origin.Foreign(Verdict.Recorded.Of.LOGISTIC_UNIT);
            case TraceUnit.Lot _ -> new Origin.Foreign(Verdict.Recorded.Of.LOT);
            case TraceUnit.ProductClass _ -> new Origin.Foreign(Verdict.Recorded.Of.PRODUCT);
            case TraceUnit.OtherThing _ -> new Origin.Foreign(Verdict.Recorded.Of.OTHER);
        };
    }

    private Origin ofSerial(String gtin, String serial) {
        Optional<SerialShape> shape =
                SerialShape.of(serial).filter(s -> keys.version(s.keyVersion()).isPresent());
        if (shape.isEmpty()) {
            return new Origin.Foreign(Verdict.Recorded.Of.FOREIGN_ITEM);
        }
        SeriesKey key = new SeriesKey(gtin, shape.get().keyVersion());
        Optional<Series> series = issued.find(key);
        if (series.isEmpty()) {
            // Digits like ours on a product that never had codes of ours are its maker's own numbering.
            return issued.hasGtin(gtin)
                    ? new Origin.NeverIssued(gtin, Verdict.NotIssuedHere.Reason.NEVER_ISSUED)
                    : new Origin.Foreign(Verdict.Recorded.Of.FOREIGN_ITEM);
        }
        return ofPosition(series.get(), shape.get().permuted());
    }

    private Origin ofSupervisionCode(SupervisionCode code) {
        Optional<Series> series = issued.ofResource(code.productResource());
        if (series.isEmpty()) {
            return new Origin.Foreign(Verdict.Recorded.Of.FOREIGN_ITEM);
        }
        String digits = code.value();
        int check = series.get().secret().checkDigits(digits.substring(0, 16));
        if (check != SerialDigits.number(digits, 16, 20)) {
            return new Origin.NeverIssued(code.productResource(), Verdict.NotIssuedHere.Reason.WRONG_CHECK_DIGITS);
        }
        return ofPosition(series.get(), SerialDigits.number(digits, 7, 16));
    }

    private static Origin ofPosition(Series series, long permuted) {
        OptionalLong position = series.issuedPosition(permuted);
        return position.isPresent()
                ? new Origin.Issued(series.key(), position.getAsLong(), series.product())
                : new Origin.NeverIssued(series.key().seriesClass(), Verdict.NotIssuedHere.Reason.NEVER_ISSUED);
    }
}
