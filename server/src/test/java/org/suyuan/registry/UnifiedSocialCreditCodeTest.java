package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;

/** GB 32100-2015 and its inner GB 11714; vectors of standards a1. */
class UnifiedSocialCreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000600037341L",
                "911101083303521997",
                "91350200123456788X",
                "91350203MA2Y12344N",
                "92350211MA34ABCD39"
            })
    void theStandardsOwnExampleAndCodesInUseAreSound(String code) {
        assertThat(UnifiedSocialCreditCode.read(code)).isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350200123456788X", "91350203MA2Y12344N", "92350211MA34ABCD39"})
    void codes_with_a_right_organisation_code_raise_no_doubt(String code) {
        assertThat(new UnifiedSocialCreditCode(code).doubts()).isEmpty();
    }

    @Test
    void the_wrong_example_in_circulation_is_refused_with_the_right_character() {
        assertThat(UnifiedSocialCreditCode.read("91350100M000100Y4Z"))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.fault().rule()).isEqualTo("charset"));
        assertThat(UnifiedSocialCreditCode.read("91350100M000100Y44"))
                .isEqualTo(new Broken<>(new Fault("check-digit", "check character 4 (expected: 3)")));
    }

    @Test
    void remainder_zero_gives_the_character_zero() {
        String body = bodyWithSumDivisibleBy31();
        assertThat(UnifiedSocialCreditCode.checkCharacter(body)).isEqualTo('0');
        assertThat(UnifiedSocialCreditCode.read(body + "0")).isInstanceOf(Sound.class);
    }

    @Test
    void a_letter_counts_by_its_place_in_the_standards_alphabet_and_not_by_its_distance_from_a() {
        // With A=10 … Z=35 the J in place 9 would count 19 instead of 18, and the check character would differ.
        String body = "91350200JA0000000";
        assertThat(UnifiedSocialCreditCode.checkCharacter(body)).isEqualTo(reckoned(body, ALPHABET));
        assertThat(UnifiedSocialCreditCode.checkCharacter(body))
                .isNotEqualTo(reckoned(body, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    }

    @Test
    void a_wrong_organisation_code_inside_only_raises_doubt() {
        String body = "9135020012345678" + "9";
        String code = body + UnifiedSocialCreditCode.checkCharacter(body);
        assertThat(UnifiedSocialCreditCode.read(code)).isInstanceOfSatisfying(Sound.class, sound -> {
            List<?> doubts = sound.doubts();
            assertThat(doubts).hasSize(1);
            assertThat(doubts.getFirst()).extracting("rule").isEqualTo("organisation-check-digit");
        });
    }

    @Test
    void blanks_hyphens_and_small_letters_are_taken_away() {
        assertThat(UnifiedSocialCreditCode.read(" 91350203-ma2y-12344n "))
                .isEqualTo(new Sound<>(new UnifiedSocialCreditCode("91350203MA2Y12344N"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9135020012345678", "91350200123456788XX", "9135020O123456788X", "9I350200123456788X"})
    void wrong_lengths_and_characters_are_refused(String text) {
        assertThat(UnifiedSocialCreditCode.read(text)).isInstanceOf(Broken.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new UnifiedSocialCreditCode(text));
    }

    @Test
    void every_mistyped_character_is_found() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            char[] code = "91350203MA2Y12344N".toCharArray();
            int place = random.nextInt(code.length);
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            boolean same = code[place] == other;
            code[place] = other;
            assertThat(UnifiedSocialCreditCode.read(new String(code)) instanceof Sound)
                    .as("seed %d, place %d, character %s", seed, place, other)
                    .isEqualTo(same);
        }
    }

    private static String bodyWithSumDivisibleBy31() {
        for (int i = 0; i < 10_000; i++) {
            String body = "913502001234%05d".formatted(i);
            if (reckoned(body, ALPHABET) == '0') {
                return body;
            }
        }
        throw new AssertionError("no such body");
    }

    /** The formula of the standard, written anew. */
    private static char reckoned(String body, String alphabet) {
        int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += alphabet.indexOf(body.charAt(i)) * weights[i];
        }
        int check = 31 - sum % 31;
        return ALPHABET.charAt(check == 31 ? 0 : check);
    }
}
