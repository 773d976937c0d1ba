package org.suyuan.codes;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Format-preserving encryption FF1 of NIST SP 800-38G (revision 1 domain sizes): a keyed permutation of the texts of
 * one length over one alphabet. Codes that we issue are the permuted values of a counter, so that neighbours look
 * unrelated while {@code position = decrypt(serial)} (design §3).
 *
 * <p>Thread-safe. This class is the general form over any alphabet; {@link #decimal} gives the fast form for numbers.
 */
public final class Ff1 {
    /** SP 800-38G allows 2^32 − 1; nothing we encode is longer than a GS1 serial several times over. */
    public static final int LENGTH_MAX = 256;
    /** Bound of the tweak, our own. */
    public static final int TWEAK_MAX = 256;
    /** {@code radix^length} must reach this (SP 800-38G rev. 1 §5.1), else the permutation could be tabulated. */
    static final long DOMAIN_MIN = 1_000_000;

    static final int ROUNDS = 10;

    private final AesBlocks aes;

    /** @param key 16, 24 or 32 bytes */
    public Ff1(byte[] key) {
        this.aes = new AesBlocks(key);
    }

    public String encrypt(byte[] tweak, String text, Alphabet alphabet) {
        return alphabet.text(permute(tweak, alphabet.values(text), alphabet.radix(), true));
    }

    public String decrypt(byte[] tweak, String text, Alphabet alphabet) {
        return alphabet.text(permute(tweak, alphabet.values(text), alphabet.radix(), false));
    }

    /** The permutation of the decimal numbers with {@code digits} digits under a tweak; see {@link DecimalPermutation}. */
    public DecimalPermutation decimal(byte[] tweak, int digits) {
        return new DecimalPermutation(aes, tweak, digits);
    }

    /** Steps of algorithms 7 and 8 of SP 800-38G; decryption runs the rounds backwards and subtracts. */
    private int[] permute(byte[] tweak, int[] text, int radix, boolean forward) {
        checkSizes(tweak, text.length, radix);
        int n = text.length;
        int u = n / 2;
        BigInteger left = number(text, 0, u, radix);
        BigInteger right = number(text, u, n, radix);
        BigInteger[] modulus = {
            BigInteger.valueOf(radix).pow(u), BigInteger.valueOf(radix).pow(n - u)
        };
        int width = bytesOf(n - u, radix);
        Cipher cipher = aes.borrow();
        for (int step = 0; step < ROUNDS; step++) {
            int round = forward ? step : ROUNDS - 1 - step;
            BigInteger kept = forward ? right : left;
            BigInteger changed = forward ? left : right;
            BigInteger y = roundValue(cipher, message(tweak, radix, n, width, round, kept), width);
            BigInteger c = (forward ? changed.add(y) : changed.subtract(y)).mod(modulus[round % 2]);
            left = forward ? kept : c;
            right = forward ? c : kept;
        }
        aes.giveBack(cipher);
        int[] result = new int[n];
        write(left, result, 0, u, radix);
        write(right, result, u, n, radix);
        return result;
    }

    /** Steps 1.–5. and 6.i: {@code P || Q}. */
    private static byte[] message(byte[] tweak, int radix, int n, int width, int round, BigInteger kept) {
        byte[] message = prefix(tweak, radix, n, width);
        message[message.length - width - 1] = (byte) round;
        byte[] number = kept.toByteArray();
        int from = number.length > width ? number.length - width : 0;
        System.arraycopy(number, from, message, message.length - (number.length - from), number.length - from);
        return message;
    }

    /** {@code P || Q} with the round number and {@code NUM(B)} left zero; they fill the last {@code width + 1} bytes. */
    static byte[] prefix(byte[] tweak, int radix, int n, int width) {
        int zeros = Math.floorMod(-tweak.length - width - 1, AesBlocks.BLOCK);
        ByteBuffer message = ByteBuffer.allocate(AesBlocks.BLOCK + tweak.length + zeros + 1 + width);
        message.put((byte) 1).put((byte) 2).put((byte) 1);
        message.put((byte) (radix >> 16)).put((byte) (radix >> 8)).put((byte) radix);
        message.put((byte) ROUNDS)
                .put((byte) (n / 2))
                .putInt(n)
                .putInt(tweak.length)
                .put(tweak);
        return message.array();
    }

    /** Steps 6.ii–6.iv: the first {@code d} bytes of the stretched MAC as a number. */
    private static BigInteger roundValue(Cipher cipher, byte[] message, int width) {
        int d = 4 * ((width + 3) / 4) + 4;
        byte[] r = AesBlocks.mac(cipher, message);
        byte[] s = Arrays.copyOf(r, d);
        byte[] block = new byte[AesBlocks.BLOCK];
        for (int j = 1; j * AesBlocks.BLOCK < d; j++) {
            byte[] counted = r.clone();
            counted[AesBlocks.BLOCK - 1] ^= (byte) j; // j stays below 256: LENGTH_MAX keeps d small
            AesBlocks.encrypt(cipher, counted, AesBlocks.BLOCK, block);
            int at = j * AesBlocks.BLOCK;
            System.arraycopy(block, 0, s, at, Math.min(AesBlocks.BLOCK, d - at));
        }
        return new BigInteger(1, s);
    }

    /** {@code b}: bytes of the larger half. */
    static int bytesOf(int numerals, int radix) {
        int bits =
                BigInteger.valueOf(radix).pow(numerals).subtract(BigInteger.ONE).bitLength();
        return (bits + 7) / 8;
    }

    static void checkSizes(byte[] tweak, int length, int radix) {
        if (tweak.length > TWEAK_MAX) {
            throw new IllegalArgumentException("tweak: " + tweak.length + " bytes (expected: <= " + TWEAK_MAX + ")");
        }
        if (length < 2 || length > LENGTH_MAX) {
            throw new IllegalArgumentException("length: " + length + " (expected: 2 … " + LENGTH_MAX + ")");
        }
        if (length * Math.log(radix) < Math.log(DOMAIN_MIN) - 1e-9) {
            throw new IllegalArgumentException(
                    "length: " + length + " (expected: " + radix + "^length >= " + DOMAIN_MIN + ")");
        }
    }

    private static BigInteger number(int[] numerals, int from, int to, int radix) {
        BigInteger base = BigInteger.valueOf(radix);
        BigInteger number = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            number = number.multiply(base).add(BigInteger.valueOf(numerals[i]));
        }
        return number;
    }

    private static void write(BigInteger number, int[] numerals, int from, int to, int radix) {
        BigInteger base = BigInteger.valueOf(radix);
        BigInteger rest = number;
        for (int i = to - 1; i >= from; i--) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            numerals[i] = parts[1].intValue();
            rest = parts[0];
        }
    }
}
