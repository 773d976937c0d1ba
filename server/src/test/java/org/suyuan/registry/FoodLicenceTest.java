package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Sound;

/** Standards a3 and a4, with their vectors. */
class FoodLicenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SC10811310111839",
                "SC12441112200063",
                "SC11464010500015",
                "SC10744030704994",
                "SC12221021200659",
                "SC11834020305037",
                "SC10737110203268",
                "JY11108071215650",
                "JY23506230105266",
                "JY13301080111719",
                "JY13301860112412",
                "JY13502030000014",
                "JY23502030000012",
                "JY33502030000015"
            })
    void licencesSeenInUseRaiseNoDoubt(String number) {
        assertThat(FoodLicence.read(number))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.doubts()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1013502030001,3", "2013502030001,7", "1063301270005,8", "79462,3"})
    void the_check_digit_is_mod1110(String body, int check) {
        assertThat(FoodLicence.mod11_10(body)).isEqualTo(check);
    }

    @Test
    void a_wrong_check_digit_or_province_only_raises_doubt() {
        assertThat(FoodLicence.read("SC10811310111830"))
                .isInstanceOfSatisfying(
                        Sound.class,
                        sound -> assertThat(sound.doubts()).extracting("rule").containsExactly("check-digit"));
        assertThat(FoodLicence.read("JY19902030000014"))
                .isInstanceOfSatisfying(
                        Sound.class,
                        sound -> assertThat(sound.doubts()).extracting("rule").contains("province"));
    }

    @Test
    void the_old_production_licence_still_reads() {
        assertThat(FoodLicence.read("QS 3502 0101 0001")).isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SC", "XX10811310111839", "SC1081131011183", "JY1350203000001A"})
    void another_shape_is_refused(String text) {
        assertThat(FoodLicence.read(text)).isInstanceOf(Broken.class);
    }
}
