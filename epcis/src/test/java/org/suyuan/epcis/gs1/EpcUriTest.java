package org.suyuan.epcis.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:id:sgtin:4012345.011111.9876",
                "urn:epc:id:sgtin:415056789012.0.987654",
                "urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()",
                "urn:epc:id:sgtin:4012345.011111.a.b",
                "urn:epc:id:sscc:4012345.3111111111",
                "urn:epc:id:sgln:4012345.00005.122",
                "urn:epc:id:sgln:4012345.00005.0",
                "urn:epc:id:grai:4012345.00022.334455",
                "urn:epc:id:giai:4012345.ABC.345",
                "urn:epc:id:gsrn:4012345.0000006765",
                "urn:epc:id:gsrnp:4012345.0000000007",
                "urn:epc:id:gdti:987659999999..9",
                "urn:epc:id:sgcn:4012345.99999.44",
                "urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234",
                "urn:epc:id:ginc:0614141.xyz47%2F11",
                "urn:epc:id:gsin:4012345.222333444",
                "urn:epc:id:itip:4012345.011111.01.02.987",
                "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB",
                "urn:epc:id:pgln:999999999999.",
                "urn:epc:class:lgtin:4012345.012345.Lot987",
                "urn:epc:idpat:sgtin:4012345.012345.*",
                "urn:epc:idpat:grai:4012345.99999.*",
                "urn:epc:idpat:gdti:4012345.11111.*",
                "urn:epc:idpat:sgcn:4012345.22222.*",
                "urn:epc:idpat:cpi:4012345.AB12.*",
                "urn:epc:idpat:itip:4012345.012345.01.02.*"
            })
    void aUrnComesBackFromItsDigitalLinkWhenTheCompanyPrefixLengthIsKnown(String urn) {
        EpcUri epc = EpcUri.parse(urn);
        int companyPrefixDigits = epc.fields().getFirst().length();

        DigitalLink link = DigitalLink.parse(epc.digitalLink().orElseThrow().canonical());

        assertThat(epc.uri()).isEqualTo(urn);
        assertThat(EpcUri.of(link, companyPrefixDigits)).contains(epc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:idpat:sgtin:4012345.*.*",
                "urn:epc:idpat:sgtin:*.*.*",
                "urn:epc:idpat:sscc:4012345.*",
                "urn:epc:idpat:sgln:4012345.00005.*"
            })
    void aPatternWiderThanOneClassIsReadButHasNoDigitalLink(String urn) {
        assertThat(EpcUri.parse(urn).uri()).isEqualTo(urn);
        assertThat(EpcUri.parse(urn).digitalLink()).isEmpty();
    }

    @Test
    void schemeAndFormAreReadInAnyCase() {
        assertThat(EpcUri.parse("URN:EPC:ID:SGTIN:4012345.011111.aB").uri())
                .isEqualTo("urn:epc:id:sgtin:4012345.011111.aB");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:4012345.01111.1, LENGTH",
        "urn:epc:id:sgtin:40123.01111111.1, COMPANY_PREFIX",
        "urn:epc:id:sgtin:4012345.011111, STRUCTURE",
        "urn:epc:id:sgtin:4012345.011111., LENGTH",
        "urn:epc:id:sgtin:4012345.011111.a/b, CHARSET",
        "urn:epc:id:sgtin:4012345.011111.a%2, CHARSET",
        "urn:epc:id:sgtin:4012345.011111.123456789012345678901, LENGTH",
        "urn:epc:id:itip:4012345.011111.1.02.987, LENGTH",
        "urn:epc:id:lgtin:4012345.011111.1, UNKNOWN_SCHEME",
        "urn:epc:class:sgtin:4012345.011111.1, UNKNOWN_SCHEME",
        "urn:epc:tag:sgtin-96:3.4012345.011111.1, UNKNOWN_SCHEME",
        "urn:epc:idpat:sgtin:4012345.*.1, STRUCTURE",
        "urn:epc:id, STRUCTURE"
    })
    void aWrongUrnNamesTheRule(String urn, Rule rule) {
        assertThatExceptionOfType(Gs1SyntaxException.class)
                .isThrownBy(() -> EpcUri.parse(urn))
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo(rule));
    }

    @Test
    void whatEpcHasNoSchemeForHasNoUrn() {
        assertThat(EpcUri.of(DigitalLink.parse("https://a.cn/8013/1987654Ad4X4bL5ttr2310c2K"), 7))
                .isEmpty();
        assertThat(EpcUri.of(DigitalLink.parse("https://a.cn/8006/040123451111180102/10/L"), 7))
                .isEmpty();
    }
}
