package org.suyuan.epcis.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource({"690123456789, 2", "692131790503, 8", "1690123456789, 9", "0690123456789, 2", "69012345678901234, 6"})
    void theCheckDigitWeighsFromTheRight(String body, char expected) {
        assertThat(CheckDigit.of(body)).isEqualTo(expected).isEqualTo(CheckDigit.of("0" + body));
        assertThat(CheckDigit.matches(CheckDigit.append(body))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "06901234567892, 06901234567892",
        "6901234567892, 06901234567892",
        "416000336108, 00416000336108",
        "02345673, 00000002345673"
    })
    void aGtinIsTheSameNumberWhateverItsPrintedLength(String printed, String canonical) {
        assertThat(Gtin.of(printed).value()).isEqualTo(canonical);
        assertThat(Gtin.of(printed)).isEqualTo(Gtin.of(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "6901234567893, CHECK_DIGIT, 12",
        "690123456789, CHECK_DIGIT, 11",
        "69012345, CHECK_DIGIT, 7",
        "690, LENGTH, 0",
        "69012345678X2, CHARSET, 11",
        "'', LENGTH, 0"
    })
    void aWrongGtinIsRefusedWithValueRuleAndPlace(String text, Rule rule, int position) {
        assertThatExceptionOfType(Gs1SyntaxException.class)
                .isThrownBy(() -> Gtin.of(text))
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo(rule);
                    assertThat(fault.position()).isEqualTo(position);
                    assertThat(fault).hasMessageContaining("\"" + text + "\"");
                });
    }

    @Test
    void anSsccAndAGlnCheckTheirLastDigit() {
        assertThat(Sscc.of("690123456789012346").value()).hasSize(Sscc.LENGTH);
        assertThat(Gln.of("4012345000054").value()).hasSize(Gln.LENGTH);
        assertThatExceptionOfType(Gs1SyntaxException.class)
                .isThrownBy(() -> Sscc.of("690123456789012347"))
                .withMessageContaining("expected: 6");
        assertThatExceptionOfType(Gs1SyntaxException.class)
                .isThrownBy(() -> Gln.of("40123450000541"))
                .withMessageContaining("14 digits (expected: 13)");
    }

    @ParameterizedTest
    @CsvSource({"49, 2049", "76, 2076", "77, 1977", "99, 1999", "00, 2000", "26, 2026"})
    void aYearOfTwoDigitsIsAtMostFiftyAheadAndFortyNineBehind(int twoDigits, int year) {
        assertThat(Centuries.yearOf(twoDigits, 2026)).isEqualTo(year);
    }

    @Test
    void dayZeroIsTheLastDayOfTheMonth() {
        LocalDate today = LocalDate.of(2026, 9, 20);
        assertThat(Centuries.date("280200", today)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Centuries.date("260920", today)).isEqualTo(today);
        assertThatExceptionOfType(Gs1SyntaxException.class).isThrownBy(() -> Centuries.date("260931", today));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgln:4012345.00005.0, https://id.gs1.org/414/4012345000054",
        "urn:epc:id:sgln:4012345.00005.A%2F1, https://id.gs1.org/414/4012345000054/254/A%2F1",
        "4012345000054, https://id.gs1.org/414/4012345000054",
        "https://a.cn/gln/4012345000054/glnx/7?x=1, https://id.gs1.org/414/4012345000054/254/7",
        "https://a.cn/414/4012345000054/254/0, https://id.gs1.org/414/4012345000054"
    })
    void aPlaceIsTheSameInEverySpelling(String text, String uri) {
        Place place = Place.parse(text);
        assertThat(place.uri()).isEqualTo(uri);
        assertThat(Place.parse(uri)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "4012345000055",
        "urn:epc:id:sgtin:4012345.011111.1",
        "https://a.cn/01/04012345111118",
        "hello",
        "urn:epc:idpat:sgln:4012345.00005.*"
    })
    void whatIsNoPlaceIsRefused(String text) {
        assertThatExceptionOfType(Gs1SyntaxException.class).isThrownBy(() -> Place.parse(text));
    }
}
