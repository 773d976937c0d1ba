package org.suyuan.epcis.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementStringTest {

    @ParameterizedTest
    @CsvSource({
        "(01)06901234567892(17)261231(10)L7(21)X, 01069012345678921726123110L7^21X",
        "(10)L7(01)06901234567892, 10L7^0106901234567892",
        "(01)06901234567892(422)156(21)X, 0106901234567892422156^21X",
        "(00)690123456789012346(02)06901234567892(37)24, 00690123456789012346020690123456789237 24"
    })
    void bothFormsSayTheSame(String bracketed, String scanned) {
        String data = scanned.replace('^', ElementString.GS).replace(" ", "");
        ElementString elements = ElementString.parse(bracketed);

        assertThat(elements.scanned()).isEqualTo(data);
        assertThat(elements.bracketed()).isEqualTo(bracketed);
        assertThat(ElementString.parse(data)).isEqualTo(elements);
        assertThat(ElementString.parse("]C1" + data)).isEqualTo(elements);
        assertThat(ElementString.parse(ElementString.GS + data + ElementString.GS))
                .isEqualTo(elements);
    }

    @Test
    void aBracketInsideAValueIsEscaped() {
        ElementString elements = ElementString.parse("(10)12345\\(11)991225");
        assertThat(elements.value("10")).contains("12345(11)991225");
        assertThat(elements.bracketed()).isEqualTo("(10)12345\\(11)991225");
    }

    @ParameterizedTest
    @CsvSource({
        "(01)06901234567893, CHECK_DIGIT, 17",
        "(01)06901234567892(17)261301, DATE, 24",
        "(01)06901234567892(89)X, UNKNOWN_AI, 19",
        "(01)06901234567892(21, STRUCTURE, 18",
        "0106901234567892891, UNKNOWN_AI, 16",
        "]C10106901234567893, CHECK_DIGIT, 18",
        "0106901, LENGTH, 7"
    })
    void anErrorNamesRuleAndPlace(String text, Rule rule, int position) {
        assertThatExceptionOfType(Gs1SyntaxException.class)
                .isThrownBy(() -> ElementString.parse(text))
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo(rule);
                    assertThat(fault.position()).isEqualTo(position);
                });
    }

    @Test
    void elementsThatExcludeEachOtherOrMissAPartnerAreNamed() {
        assertThat(ElementString.parse("(01)06901234567892(37)5").associationFault())
                .hasValueSatisfying(fault -> assertThat(fault.detail()).contains("(01)", "(37)"));
        assertThat(ElementString.parse("(02)06901234567892").missingPartner())
                .hasValueSatisfying(fault -> assertThat(fault.detail()).contains("(02)", "37"));
        assertThat(ElementString.parse("(21)A(01)06901234567892").missingPartner())
                .isEmpty();
    }

    @Test
    void aDigitalLinkSaysWhatTheElementStringSays() {
        ElementString elements = ElementString.parse("(21)X/1(01)06901234567892(10)L7(17)261231");
        DigitalLink link = DigitalLink.of(elements);

        assertThat(link.uri("https://suyuan.example.cn/"))
                .isEqualTo("https://suyuan.example.cn/01/06901234567892/10/L7/21/X%2F1?17=261231");
        assertThat(link.canonical()).isEqualTo("https://id.gs1.org/01/06901234567892/10/L7/21/X%2F1");
        assertThat(DigitalLink.parse(link.uri("https://a.cn"))).isEqualTo(link);
    }
}
