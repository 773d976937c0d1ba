package org.suyuan.epcis.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.unit.TraceUnit.Item;
import org.suyuan.epcis.unit.TraceUnit.LogisticUnit;
import org.suyuan.epcis.unit.TraceUnit.Lot;
import org.suyuan.epcis.unit.TraceUnit.OtherThing;
import org.suyuan.epcis.unit.TraceUnit.ProductClass;
import org.suyuan.epcis.unit.TraceUnit.SupervisedItem;
import org.suyuan.epcis.unit.UnitReading.Malformed;
import org.suyuan.epcis.unit.UnitReading.Recognised;

class UnitSyntaxTest {

    private static final String GTIN = "06901234567892";
    private static final TraceUnit ITEM = new Item(new Gtin(GTIN), "A1/b");
    private static final TraceUnit NUMBERED = new Item(new Gtin(GTIN), "1234567");
    private static final TraceUnit PALLET = new LogisticUnit(new Sscc("690123456789012346"));
    private static final TraceUnit LOT = new Lot(new Gtin(GTIN), "L-7");
    private static final TraceUnit MILK = new ProductClass(new Gtin(GTIN));
    private static final TraceUnit DRUG = new SupervisedItem(new SupervisionCode("81234567890123456789"));

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of(ITEM, Syntax.EPC_URN, "urn:epc:id:sgtin:6901234.056789.A1%2Fb"),
                Arguments.of(ITEM, Syntax.EPC_URN, "  URN:EPC:ID:SGTIN:6901234.056789.A1%2fb\n"),
                Arguments.of(ITEM, Syntax.DIGITAL_LINK, "https://id.gs1.org/01/06901234567892/21/A1%2Fb"),
                Arguments.of(
                        ITEM, Syntax.DIGITAL_LINK, "HTTP://Example.com/x/01/6901234567892/21/A1%2fb?linkType=all#top"),
                Arguments.of(ITEM, Syntax.DIGITAL_LINK, "example.com/01/06901234567892/21/A1%2Fb"),
                Arguments.of(ITEM, Syntax.DIGITAL_LINK, "https://example.com/gtin/6901234567892/ser/A1%2Fb"),
                Arguments.of(ITEM, Syntax.DIGITAL_LINK, "]Q1https://example.com/01/06901234567892/21/A1%2Fb"),
                Arguments.of(ITEM, Syntax.BRACKETED_ELEMENT_STRING, "(01)06901234567892(21)A1/b"),
                Arguments.of(ITEM, Syntax.BRACKETED_ELEMENT_STRING, "(01) 0690 1234 5678 92 (21) A1/b"),
                Arguments.of(ITEM, Syntax.BRACKETED_ELEMENT_STRING, "\u3000（０１）０６９０１２３４５６７８９２（２１）Ａ１／ｂ"),
                Arguments.of(ITEM, Syntax.SCANNED_ELEMENT_STRING, "]d2010690123456789221A1/b"),
                Arguments.of(ITEM, Syntax.SCANNED_ELEMENT_STRING, "\u001D010690123456789221A1/b\u001D"),
                Arguments.of(ITEM, Syntax.SCANNED_ELEMENT_STRING, "010690123456789221A1/b"),
                Arguments.of(ITEM, Syntax.GTIN_AND_SERIAL, "6901234567892 A1/b"),
                Arguments.of(ITEM, Syntax.GTIN_AND_SERIAL, "06901234567892/A1/b"),
                Arguments.of(ITEM, Syntax.GTIN_AND_SERIAL, "6901234567892+A1/b"),
                Arguments.of(NUMBERED, Syntax.GTIN_AND_SERIAL, "6901234567892 1234567"),
                Arguments.of(NUMBERED, Syntax.GTIN_AND_SERIAL, "６９０１２３４５６７８９２　１２３４５６７"),
                Arguments.of(PALLET, Syntax.SSCC, "690123456789012346"),
                Arguments.of(PALLET, Syntax.SSCC, "6 9012345 678901234 6"),
                Arguments.of(PALLET, Syntax.BRACKETED_ELEMENT_STRING, "(00)690123456789012346"),
                Arguments.of(PALLET, Syntax.SCANNED_ELEMENT_STRING, "00690123456789012346"),
                Arguments.of(PALLET, Syntax.SCANNED_ELEMENT_STRING, "]C100690123456789012346"),
                Arguments.of(PALLET, Syntax.EPC_URN, "urn:epc:id:sscc:9012345.667890123 4".replace(" ", "")),
                Arguments.of(LOT, Syntax.EPC_URN, "urn:epc:class:lgtin:6901234.056789.L-7"),
                Arguments.of(LOT, Syntax.BRACKETED_ELEMENT_STRING, "(10)L-7(01)06901234567892"),
                Arguments.of(LOT, Syntax.DIGITAL_LINK, "https://example.com/01/06901234567892/22/V2/10/L-7"),
                Arguments.of(MILK, Syntax.GTIN, "6901234567892"),
                Arguments.of(MILK, Syntax.GTIN, "690 1234 56789 2"),
                Arguments.of(MILK, Syntax.GTIN, "]E06901234567892"),
                Arguments.of(MILK, Syntax.EPC_URN, "urn:epc:idpat:sgtin:6901234.056789.*"),
                Arguments.of(MILK, Syntax.SCANNED_ELEMENT_STRING, "0106901234567892"),
                Arguments.of(DRUG, Syntax.SUPERVISION_DIGITS, "81234567890123456789"),
                Arguments.of(DRUG, Syntax.SUPERVISION_DIGITS, "8123 4567 8901 2345 6789"),
                Arguments.of(DRUG, Syntax.SUPERVISION_DIGITS, "8123456-789012345-6789"),
                Arguments.of(DRUG, Syntax.SUPERVISION_DIGITS, "８１２３４５６７８９０１２３４５６７８９"),
                Arguments.of(DRUG, Syntax.SUPERVISION_URN, "urn:suyuan:supervision:81234567890123456789"),
                Arguments.of(DRUG, Syntax.SCAN_URL, "https://suyuan.example.cn/v/81234567890123456789"),
                Arguments.of(ITEM, Syntax.SCAN_URL, "http://2dcode.org/010690123456789221A1%2Fb"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void every_spelling_of_a_thing_reads_to_the_same_unit(TraceUnit unit, Syntax syntax, String text) {
        assertThat(UnitSyntax.read(text)).isInstanceOfSatisfying(Recognised.class, reading -> {
            assertThat(reading.unit()).isEqualTo(unit);
            assertThat(reading.unit().uri()).isEqualTo(unit.uri());
            assertThat(reading.syntax()).isEqualTo(syntax);
            assertThat(reading.raw()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            urn:epc:id:giai:4012345.ABC345 https://id.gs1.org/8004/4012345ABC345
            https://example.com/8004/4012345ABC345?99=x https://id.gs1.org/8004/4012345ABC345
            (8003)04012345000221334455 https://id.gs1.org/8003/04012345000221334455
            URN:OID:1.2.156.3001 urn:oid:1.2.156.3001
            HDL:86.1000.12/AbC hdl:86.1000.12/AbC
            HTTPS://Codes.Example.CN/Ecode/1000 https://codes.example.cn/Ecode/1000
            https://codes.example.cn/产品/1 https://codes.example.cn/产品/1
            https://example.org/2024/01/15 https://example.org/2024/01/15
            """)
    void whateverElseHasAnAbsoluteUriIsATraceUnitToo(String text, String uri) {
        assertThat(UnitSyntax.read(text))
                .isInstanceOfSatisfying(
                        Recognised.class,
                        reading -> assertThat(reading.unit())
                                .isEqualTo(new OtherThing(uri))
                                .extracting(TraceUnit::uri)
                                .isEqualTo(uri));
    }

    @Test
    void what_a_label_says_beside_the_unit_is_kept() {
        assertThat(UnitSyntax.read("(01)06901234567892(17)261231(10)L7(21)X"))
                .isInstanceOfSatisfying(
                        Recognised.class,
                        reading -> assertThat(reading.attributes()).isEqualTo(Map.of("17", "261231", "10", "L7")));
        assertThat(UnitSyntax.read("https://a.cn/01/06901234567892/10/L7/21/X?17=261231&linkType=all"))
                .isInstanceOfSatisfying(
                        Recognised.class,
                        reading -> assertThat(reading.attributes()).isEqualTo(Map.of("17", "261231", "10", "L7")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            EMPTY            | 0  | ~~
            EMPTY            | 3  | ~   ~
            CHECK_DIGIT      | 12 | 6901234567893
            CHECK_DIGIT      | 15 | 690 1234 56789 3
            CHECK_DIGIT      | 12 | 6901234567893/ABC
            CHECK_DIGIT      | 17 | (01)06901234567893(21)A
            CHECK_DIGIT      | 36 | https://example.com/01/06901234567893/21/A
            LENGTH           | 5  | 12345
            LENGTH           | 8  | (01)0690
            CHARSET          | 26 | (01)06901234567892(21)1234{5
            UNKNOWN_AI       | 19 | (01)06901234567892(05)1
            MISSING_KEY      | 0  | (21)ABC
            STRUCTURE        | 18 | (01)06901234567892(21
            DATE             | 24 | (01)06901234567892(17)261301
            REPEATED         | 0  | (01)06901234567892(21)A(21)B
            EXCLUDED         | 0  | (01)06901234567892(37)5
            ORDER            | 41 | https://example.com/01/06901234567892/21/A/10/B
            NOT_AN_ATTRIBUTE | 23 | https://example.com/01/06901234567892?21=A
            UNKNOWN_SCHEME   | 11 | urn:epc:id:nosuch:1.2.3
            COMPANY_PREFIX   | 17 | urn:epc:id:sgtin:690.1234056789.1
            UNRECOGNISED     | 0  | hello
            VALUE            | 0  | urn:epc:idpat:sgtin:6901234.*.*
            VALUE            | 23 | urn:suyuan:supervision:00234567890123456789
            """)
    void whatIsNoUnitNamesTheRuleAndThePlace(Rule rule, int position, String text) {
        assertThat(UnitSyntax.read(text)).isInstanceOfSatisfying(Malformed.class, reading -> {
            assertThat(reading.rule()).as(reading.detail()).isEqualTo(rule);
            assertThat(reading.position()).as(reading.detail()).isEqualTo(position);
            assertThat(reading.raw()).isEqualTo(text);
        });
    }

    @Test
    void text_that_is_too_long_is_refused_before_it_is_looked_at() {
        assertThat(UnitSyntax.read("1".repeat(UnitSyntax.TEXT_CHARS_MAX + 1)))
                .isInstanceOfSatisfying(
                        Malformed.class, reading -> assertThat(reading.rule()).isEqualTo(Rule.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.gs1.org/01/06901234567892/21/A", "urn:suyuan:supervision:81234567890123456789"})
    void a_thing_with_a_type_of_its_own_cannot_pass_as_another(String uri) {
        assertThatThrownBy(() -> new OtherThing(uri)).hasMessageContaining("VALUE");
    }
}
