package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "35,35,350000,PROVINCE",
        "350000,35,350000,PROVINCE",
        "350000000000,35,350000,PROVINCE",
        "3502,3502,350200,PREFECTURE",
        "350200,3502,350200,PREFECTURE",
        "350211,350211,350211,COUNTY",
        "350211000,350211,350211,COUNTY",
        "350211003,350211003,350211003000,TOWNSHIP",
        "350211003000,350211003,350211003000,TOWNSHIP",
        "441900003000,441900003,441900003000,TOWNSHIP",
        "110100,1101,110100,PREFECTURE"
    })
    void everyWayOfWritingACodeIsOneCode(String text, String significant, String shown, RegionLevel level) {
        RegionCode code = RegionCode.of(text);
        assertThat(code.significant()).isEqualTo(significant);
        assertThat(code).hasToString(shown);
        assertThat(code.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "350", "35020", "05", "3502110", "350211003001", "35021A", "3502110030000"})
    void what_is_no_region_down_to_township_is_no_code(String text) {
        assertThat(RegionCode.parse(text)).isEmpty();
    }

    @Test
    void the_chain_goes_from_province_to_the_region_itself() {
        assertThat(RegionCode.of("350211003").chain())
                .extracting(RegionCode::significant)
                .containsExactly("35", "3502", "350211", "350211003");
    }
}
