package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ff1Test {
    private static final String KEY128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String KEY192 = KEY128 + "EF4359D8D580AA4F";
    private static final String KEY256 = KEY192 + "7F036D6F04FC6A94";

    /** NIST, "Block Cipher Modes of Operation FF1 Method for Format-Preserving Encryption", samples 1–9. */
    @ParameterizedTest
    @CsvSource({
        KEY128 + ", '', DECIMAL, 0123456789, 2433477484",
        KEY128 + ", 39383736353433323130, DECIMAL, 0123456789, 6124200773",
        KEY128 + ", 3737373770717273373737, BASE36, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        KEY192 + ", '', DECIMAL, 0123456789, 2830668132",
        KEY192 + ", 39383736353433323130, DECIMAL, 0123456789, 2496655549",
        KEY192 + ", 3737373770717273373737, BASE36, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        KEY256 + ", '', DECIMAL, 0123456789, 6657667009",
        KEY256 + ", 39383736353433323130, DECIMAL, 0123456789, 1001623463",
        KEY256 + ", 3737373770717273373737, BASE36, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
    })
    void agrees_with_the_samples_that_nist_publishes(
            String key, String tweak, Alphabet alphabet, String plain, String secret) {
        Ff1 ff1 = new Ff1(HexFormat.of().parseHex(key));
        byte[] t = HexFormat.of().parseHex(tweak);
        assertThat(ff1.encrypt(t, plain, alphabet)).isEqualTo(secret);
        assertThat(ff1.decrypt(t, secret, alphabet)).isEqualTo(plain);
        if (alphabet == Alphabet.DECIMAL) {
            DecimalPermutation fast = ff1.decimal(t, plain.length());
            assertThat(fast.encrypt(Long.parseLong(plain))).isEqualTo(Long.parseLong(secret));
            assertThat(fast.decrypt(Long.parseLong(secret))).isEqualTo(Long.parseLong(plain));
        }
    }

    @Test
    void agrees_with_bouncy_castle_for_random_keys_tweaks_lengths_and_alphabets() {
        long seed = 20260912;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] key = bytes(random, random.nextBoolean() ? 16 : 32);
            byte[] tweak = bytes(random, random.nextInt(40));
            Alphabet alphabet = Alphabet.values()[random.nextInt(3)];
            int length = 6 + random.nextInt(alphabet == Alphabet.DECIMAL ? 50 : 40);
            int[] plain = random.ints(length, 0, alphabet.radix()).toArray();
            String text = alphabet.text(plain);
            String expected = alphabet.text(bouncyCastle(key, tweak, alphabet.radix(), plain));
            Ff1 ff1 = new Ff1(key);
            assertThat(ff1.encrypt(tweak, text, alphabet))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
            assertThat(ff1.decrypt(tweak, expected, alphabet))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(text);
        }
    }

    @Test
    void the_fast_form_agrees_with_bouncy_castle_for_every_length_it_takes() {
        long seed = 4150312;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] key = bytes(random, random.nextBoolean() ? 16 : 32);
            byte[] tweak = bytes(random, random.nextInt(40));
            int digits = 6 + round % 13;
            DecimalPermutation fast = new Ff1(key).decimal(tweak, digits);
            long plain = random.nextLong(fast.size());
            int[] numerals = Alphabet.DECIMAL.values(digits(plain, digits));
            long expected = Long.parseLong(Alphabet.DECIMAL.text(bouncyCastle(key, tweak, 10, numerals)));
            assertThat(fast.encrypt(plain)).as("seed %d round %d", seed, round).isEqualTo(expected);
            assertThat(fast.decrypt(expected))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(plain);
        }
    }

    @Test
    void a_batch_gives_what_single_numbers_give_and_no_code_twice() {
        DecimalPermutation fast = DecimalPermutation.of(new Ff1(bytes(new Random(7), 32)), "06901234567892", 14);
        long[] batch = new long[10_007];
        Arrays.setAll(batch, i -> 5_000_000_000L + i);
        long[] counters = batch.clone();
        fast.encrypt(batch, 0, batch.length);
        assertThat(Arrays.stream(batch).distinct().count()).isEqualTo(batch.length);
        assertThat(batch[0]).isEqualTo(fast.encrypt(counters[0]));
        assertThat(batch[10_006]).isEqualTo(fast.encrypt(counters[10_006]));
        fast.decrypt(batch, 0, batch.length);
        assertThat(batch).isEqualTo(counters);
    }

    @Test
    void the_smallest_domain_is_permuted_without_loss() {
        DecimalPermutation fast = DecimalPermutation.of(new Ff1(bytes(new Random(8), 16)), "", 6);
        long[] all = new long[1_000_000];
        Arrays.setAll(all, i -> i);
        fast.encrypt(all, 0, all.length);
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != i) {
                throw new AssertionError("value " + i + " is missing");
            }
        }
    }

    @Test
    void sizes_outside_the_standard_are_refused_with_the_rule() {
        Ff1 ff1 = new Ff1(new byte[16]);
        assertThatThrownBy(() -> ff1.encrypt(new byte[0], "12345", Alphabet.DECIMAL))
                .hasMessageContaining("10^length >= 1000000");
        assertThatThrownBy(() -> ff1.encrypt(new byte[0], "12345x", Alphabet.DECIMAL))
                .hasMessageContaining("text[5]: x");
        assertThatThrownBy(() -> ff1.decimal(new byte[0], 19)).hasMessageContaining("6 … 18");
        assertThatThrownBy(() -> ff1.decimal(new byte[0], 9).encrypt(1_000_000_000L))
                .hasMessageContaining("number: 1000000000");
        assertThatThrownBy(() -> new Ff1(new byte[17])).hasMessageContaining("17 bytes");
    }

    private static int[] bouncyCastle(byte[] key, byte[] tweak, int radix, int[] numerals) {
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
        byte[] in = new byte[numerals.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = (byte) numerals[i];
        }
        byte[] out = new byte[in.length];
        engine.processBlock(in, 0, in.length, out, 0);
        int[] result = new int[out.length];
        Arrays.setAll(result, i -> out[i]);
        return result;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String digits(long number, int digits) {
        return String.format("%0" + digits + "d", number);
    }
}
