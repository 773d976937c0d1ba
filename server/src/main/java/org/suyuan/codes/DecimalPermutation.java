package org.suyuan.codes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * FF1 of the decimal numbers of one length under one key and tweak, in {@code long} arithmetic. Bit-identical to
 * {@link Ff1} with {@link Alphabet#DECIMAL}.
 *
 * <p>Why it is fast: with at most {@value #DIGITS_MAX} digits each half is below 10^9, so {@code b <= 4} and
 * {@code d = 8} (SP 800-38G, algorithm 7, steps 3–4). The round number and {@code NUM(B)} then lie in the last block of
 * the MAC's message; all before it depends on key and tweak only and is computed once. A round is one AES block, and a
 * batch runs the same round over many numbers in one call, which the JVM turns into pipelined AES instructions.
 *
 * <p>Immutable and thread-safe.
 */
public final class DecimalPermutation {
    public static final int DIGITS_MIN = 6;
    public static final int DIGITS_MAX = 18;

    private static final int RADIX = 10;
    /** Numbers that go through the cipher together: 8 KiB of blocks stay in the first-level cache. */
    private static final int CHUNK = 512;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final AesBlocks aes;
    private final int digits;
    private final Modulus left;
    private final Modulus right;
    /** The last block of the message, exclusive-or the MAC of all blocks before it. */
    private final long blockHigh;

    private final long blockLow;
    private final int roundShift;

    DecimalPermutation(AesBlocks aes, byte[] tweak, int digits) {
        if (digits < DIGITS_MIN || digits > DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "digits: " + digits + " (expected: " + DIGITS_MIN + " … " + DIGITS_MAX + ")");
        }
        Ff1.checkSizes(tweak, digits, RADIX);
        this.aes = aes;
        this.digits = digits;
        this.left = new Modulus(powerOfTen(digits / 2));
        this.right = new Modulus(powerOfTen(digits - digits / 2));
        int width = Ff1.bytesOf(digits - digits / 2, RADIX);
        this.roundShift = 8 * width;
        byte[] message = Ff1.prefix(tweak, RADIX, digits, width);
        int last = message.length - AesBlocks.BLOCK;
        Cipher cipher = aes.borrow();
        byte[] state = AesBlocks.mac(cipher, Arrays.copyOf(message, last));
        aes.giveBack(cipher);
        this.blockHigh = (long) LONGS.get(state, 0) ^ (long) LONGS.get(message, last);
        this.blockLow = (long) LONGS.get(state, 8) ^ (long) LONGS.get(message, last + 8);
    }

    static DecimalPermutation of(Ff1 ff1, String tweak, int digits) {
        return ff1.decimal(tweak.getBytes(StandardCharsets.US_ASCII), digits);
    }

    /** How many numbers there are: 10^digits. */
    public long size() {
        return left.modulus * right.modulus;
    }

    public long encrypt(long number) {
        long[] one = {number};
        encrypt(one, 0, 1);
        return one[0];
    }

    public long decrypt(long number) {
        long[] one = {number};
        decrypt(one, 0, 1);
        return one[0];
    }

    /** Replaces the numbers of a range of an array by their permuted values. */
    public void encrypt(long[] numbers, int from, int count) {
        permute(numbers, from, count, true);
    }

    /** Inverse of {@link #encrypt(long[], int, int)}. */
    public void decrypt(long[] numbers, int from, int count) {
        permute(numbers, from, count, false);
    }

    private void permute(long[] numbers, int from, int count, boolean forward) {
        int chunk = Math.min(CHUNK, Math.max(count, 1));
        Work work = new Work(chunk);
        Cipher cipher = aes.borrow();
        for (int at = from; at < from + count; at += chunk) {
            int size = Math.min(chunk, from + count - at);
            split(numbers, at, size, work);
            for (int step = 0; step < Ff1.ROUNDS; step++) {
                if (forward) {
                    addRound(cipher, work, size, step);
                } else {
                    subtractRound(cipher, work, size, Ff1.ROUNDS - 1 - step);
                }
            }
            for (int j = 0; j < size; j++) {
                numbers[at + j] = work.a[j] * right.modulus + work.b[j];
            }
        }
        aes.giveBack(cipher);
    }

    private void split(long[] numbers, int at, int size, Work work) {
        for (int j = 0; j < size; j++) {
            long number = numbers[at + j];
            if (number < 0 || number >= size()) {
                throw new IllegalArgumentException("number: " + number + " (expected: 0 … 10^" + digits + " - 1)");
            }
            work.a[j] = number / right.modulus;
            work.b[j] = number % right.modulus;
        }
    }

    /** One round of algorithm 7 (encryption): {@code (A, B) := (B, A + y)}. */
    private void addRound(Cipher cipher, Work work, int size, int round) {
        Modulus modulus = round % 2 == 0 ? left : right;
        cipherRound(cipher, work, work.b, size, round);
        long[] a = work.a;
        for (int j = 0; j < size; j++) {
            a[j] = modulus.add(a[j], modulus.rest((long) LONGS.get(work.out, j << 4)));
        }
        work.swap();
    }

    /** One round of algorithm 8 (decryption): {@code (A, B) := (B - y, A)}. */
    private void subtractRound(Cipher cipher, Work work, int size, int round) {
        Modulus modulus = round % 2 == 0 ? left : right;
        cipherRound(cipher, work, work.a, size, round);
        long[] b = work.b;
        for (int j = 0; j < size; j++) {
            b[j] = modulus.subtract(b[j], modulus.rest((long) LONGS.get(work.out, j << 4)));
        }
        work.swap();
    }

    private void cipherRound(Cipher cipher, Work work, long[] kept, int size, int round) {
        long low = blockLow ^ ((long) round << roundShift);
        for (int j = 0; j < size; j++) {
            LONGS.set(work.in, j << 4, blockHigh);
            LONGS.set(work.in, (j << 4) + 8, low ^ kept[j]);
        }
        AesBlocks.encrypt(cipher, work.in, size * AesBlocks.BLOCK, work.out);
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** The halves and cipher blocks of one chunk. */
    private static final class Work {
        private long[] a;
        private long[] b;
        private final byte[] in;
        private final byte[] out;

        Work(int size) {
            a = new long[size];
            b = new long[size];
            in = new byte[size * AesBlocks.BLOCK];
            out = new byte[size * AesBlocks.BLOCK];
        }

        void swap() {
            long[] old = a;
            a = b;
            b = old;
        }
    }

    /** Arithmetic modulo a power of ten without a division: the quotient comes from a multiplication by 2^64 / m. */
    private static final class Modulus {
        private final long modulus;
        private final long inverse;

        Modulus(long modulus) {
            this.modulus = modulus;
            this.inverse = Long.divideUnsigned(-1L, modulus);
        }

        /** Rest of an unsigned 64-bit number. The estimated quotient is at most one too small. */
        long rest(long number) {
            long rest = number - Math.unsignedMultiplyHigh(number, inverse) * modulus;
            return rest >= modulus ? rest - modulus : rest;
        }

        long add(long one, long other) {
            long sum = one + other;
            return sum >= modulus ? sum - modulus : sum;
        }

        long subtract(long one, long other) {
            long difference = one - other;
            return difference < 0 ? difference + modulus : difference;
        }
    }
}
