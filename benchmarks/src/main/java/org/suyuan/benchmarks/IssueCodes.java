package org.suyuan.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.suyuan.codes.DecimalPermutation;
import org.suyuan.codes.Ff1;

/**
 * Issues serials on one core: the counter's next values through FF1, as 14 ASCII digits in a buffer. The permutation is
 * the one that downloads of a batch run through. The baseline is BouncyCastle's engine on the same counter, key and
 * tweak, whose digits are compared with ours.
 */
final class IssueCodes {
    private static final int DIGITS = 14;
    private static final int RADIX = 10;
    private static final String GTIN = "06999999000013";
    /** As many as a download computes together. */
    private static final int CHUNK = 4_096;
    /** Codes that both ways issue and that must be the same, digit by digit. */
    private static final int COMPARED = 50_000;

    private final byte[] key = new byte[32];
    private final byte[] tweak = GTIN.getBytes(StandardCharsets.US_ASCII);
    private final DecimalPermutation permutation;
    private final FPEEngine engine = new FPEFF1Engine(AESEngine.newInstance());
    private final long[] numbers = new long[CHUNK];
    private final byte[] text = new byte[CHUNK * DIGITS];
    private final byte[] numerals = new byte[DIGITS];
    /** What was issued goes somewhere, or the compiler might leave the work out. */
    private long consumed;

    private IssueCodes() {
        new SecureRandom().nextBytes(key);
        permutation = new Ff1(key).decimal(tweak, DIGITS);
        engine.init(true, new FPEParameters(new KeyParameter(key), RADIX, tweak));
    }

    static List<Row> measure(Volumes volumes) {
        return new IssueCodes().rows(volumes);
    }

    private List<Row> rows(Volumes volumes) {
        compare();
        run(this::ours, 2 * volumes.issueSeconds());
        run(this::bouncyCastle, 2 * volumes.issueSeconds());
        double[] ours = new double[volumes.rounds()];
        double[] theirs = new double[volumes.rounds()];
        for (int round = 0; round < volumes.rounds(); round++) {
            ours[round] = run(this::ours, volumes.issueSeconds());
            theirs[round] = run(this::bouncyCastle, volumes.issueSeconds());
        }
        if (consumed == 0) {
            throw new IllegalStateException("nothing was issued");
        }
        return List.of(
                Row.atLeast("issue serials, one core", Figures.median(ours), "codes/s", Figures.median(theirs), 30));
    }

    /** Writes the codes of {@code count} positions into {@link #text}. */
    private interface Issuer {
        void issue(long first, int count);
    }

    private double run(Issuer issuer, double seconds) {
        long begun = System.nanoTime();
        long issued = 0;
        while (Figures.seconds(begun) < seconds) {
            issuer.issue(issued, CHUNK);
            consumed += text[(int) (issued % text.length)];
            issued += CHUNK;
        }
        return issued / Figures.seconds(begun);
    }

    private void ours(long first, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = first + i;
        }
        permutation.encrypt(numbers, 0, count);
        for (int i = 0; i < count; i++) {
            digits(numbers[i], text, i * DIGITS);
        }
    }

    private void bouncyCastle(long first, int count) {
        for (int i = 0; i < count; i++) {
            digits(first + i, numerals, 0);
            for (int j = 0; j < DIGITS; j++) {
                numerals[j] -= '0';
            }
            engine.processBlock(numerals, 0, DIGITS, text, i * DIGITS);
            for (int j = i * DIGITS; j < (i + 1) * DIGITS; j++) {
                text[j] += '0';
            }
        }
    }

    private static void digits(long number, byte[] target, int at) {
        long rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            long tenth = rest / RADIX;
            target[i] = (byte) ('0' + (rest - tenth * RADIX));
            rest = tenth;
        }
    }

    private void compare() {
        for (long first = 0; first < COMPARED; first += CHUNK) {
            ours(first, CHUNK);
            byte[] ours = text.clone();
            bouncyCastle(first, CHUNK);
            if (!Arrays.equals(ours, text)) {
                throw new IllegalStateException("codes from position " + first + " differ from BouncyCastle's");
            }
        }
    }
}
