package org.suyuan.codes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.SupervisionCode;
import org.suyuan.events.IssuedSerials;

/**
 * Positions of codes for {@code trace}. Decodes by shape and key alone, not by how far a series was issued: what a text
 * decodes to must never change while events are filed under it, and counters grow.
 */
@Component
class SerialNumbering implements IssuedSerials {
    private final CodeKeys keys;
    private final IssuedSeries issued;

    SerialNumbering(CodeKeys keys, IssuedSeries issued) {
        this.keys = keys;
        this.issued = issued;
    }

    @Override
    public Decoded decodeSerials(Gtin gtin, List<String> serials) {
        int[] versions = new int[serials.size()];
        long[] positions = new long[serials.size()];
        for (int i = 0; i < versions.length; i++) {
            Optional<SerialShape> shape = SerialShape.of(serials.get(i));
            if (shape.isPresent() && keys.version(shape.get().keyVersion()).isPresent()) {
                versions[i] = shape.get().keyVersion();
                positions[i] = shape.get().permuted();
            }
        }
        for (int version : Arrays.stream(versions).filter(v -> v > 0).distinct().toArray()) {
            decrypt(permutation(gtin, version), versions, positions, version);
        }
        return new Decoded(versions, positions);
    }

    @Override
    public Decoded decodeSupervision(List<SupervisionCode> codes) {
        int[] versions = new int[codes.size()];
        long[] positions = new long[codes.size()];
        for (int i = 0; i < versions.length; i++) {
            String digits = codes.get(i).value();
            Optional<Series> series = issued.ofResource(codes.get(i).productResource());
            if (series.isPresent()
                    && series.get().secret().checkDigits(digits.substring(0, 16))
                            == SerialDigits.number(digits, 16, 20)) {
                versions[i] = series.get().key().keyVersion();
                positions[i] = series.get().permutation().decrypt(SerialDigits.number(digits, 7, 16));
            }
        }
        return new Decoded(versions, positions);
    }

    @Override
    public String serial(Gtin gtin, int keyVersion, long position) {
        long permuted = permutation(gtin, keyVersion).encrypt(position);
        return SerialDigits.padded(keyVersion, 2) + SerialDigits.padded(permuted, CodeKind.GS1_SERIAL.digits());
    }

    @Override
    public SupervisionCode supervisionCode(String resource, int keyVersion, long position) {
        Series series = issued.find(new SeriesKey(resource, keyVersion))
                .orElseThrow(() -> new IllegalArgumentException(
                        "series: " + resource + " under key version " + keyVersion + " (expected: one issued here)"));
        return new SupervisionCode(series.code(position));
    }

    /** All of one key version in one batch: the permutation runs many numbers through the cipher together. */
    private static void decrypt(DecimalPermutation permutation, int[] versions, long[] positions, int version) {
        int[] chosen = IntStream.range(0, versions.length)
                .filter(i -> versions[i] == version)
                .toArray();
        long[] numbers = Arrays.stream(chosen).mapToLong(i -> positions[i]).toArray();
        permutation.decrypt(numbers, 0, numbers.length);
        for (int i = 0; i < chosen.length; i++) {
            positions[chosen[i]] = numbers[i];
        }
    }

    private DecimalPermutation permutation(Gtin gtin, int version) {
        return issued.find(new SeriesKey(gtin.value(), version))
                .map(Series::permutation)
                .orElseGet(() -> keys.version(version)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "keyVersion: " + version + " (expected: one of " + keys.versionNumbers() + ")"))
                        .permutation(CodeKind.GS1_SERIAL, gtin.value()));
    }
}
