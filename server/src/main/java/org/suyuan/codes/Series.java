package org.suyuan.codes;

import java.util.OptionalLong;
import org.suyuan.shared.ProductId;

/**
 * A series as the process keeps it in memory: enough to turn positions into codes and back, and to refuse a code that
 * was never issued without asking the database.
 *
 * @param issued positions below it exist
 */
record Series(
        SeriesKey key, CodeKind kind, ProductId product, long issued, CodeKey secret, DecimalPermutation permutation) {
    private static final long SERIAL_BASE = 100_000_000_000_000L;

    static Series of(SeriesKey key, CodeKind kind, ProductId product, long issued, CodeKey secret) {
        return new Series(key, kind, product, issued, secret, secret.permutation(kind, key.seriesClass()));
    }

    Series issuedTo(long position) {
        return position <= issued ? this : new Series(key, kind, product, position, secret, permutation);
    }

    /** The digits that are printed for a position: the serial of a GTIN, or the whole supervision code. */
    String code(long position) {
        return text(permutation.encrypt(position));
    }

    /** The printed digits for a permuted counter. */
    String text(long permuted) {
        return switch (kind) {
            case GS1_SERIAL -> Long.toString(secret.version() * SERIAL_BASE + permuted);
            case SUPERVISION -> {
                String first16 = key.seriesClass() + SerialDigits.padded(permuted, kind.digits());
                yield first16 + SerialDigits.padded(secret.checkDigits(first16), 4);
            }
        };
    }

    /** The position of a permuted counter, if it was issued. */
    OptionalLong issuedPosition(long permuted) {
        long position = permutation.decrypt(permuted);
        return position < issued ? OptionalLong.of(position) : OptionalLong.empty();
    }
}
