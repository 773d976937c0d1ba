package org.suyuan.epcis.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1UriTest {

    /** Its published pre-hash string is garbled by an editor; its published hash is right and checked on its own below. */
    private static final String GARBLED = "epcisDocWithAllGS1Keys.jsonld";

    private static final Pattern IDENTIFIER = Pattern.compile(
            "\"(urn:epc:(?:id|class|idpat):[^\"]+|https?://[^\"]+/(?:gtin|01|00|414|417|253|8003|8004)/[0-9][^\"]*)\"");

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '|', textBlock = """
            urn:epc:id:sgtin:4012345.011111.9876 /01/04012345111118/21/9876
            urn:epc:id:sgtin:4012345.011111.98%22 /01/04012345111118/21/98%22
            urn:epc:id:sgtin:415056789012.0.987654 /01/04150567890128/21/987654
            urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F() /01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29
            urn:epc:id:sscc:4012345.3111111111 /00/340123451111111111
            urn:epc:id:sgln:4012345.00005.122 /414/4012345000054/254/122
            urn:epc:id:sgln:4012345.00005.0 /414/4012345000054
            urn:epc:id:grai:4012345.00022.334455 /8003/04012345000221334455
            urn:epc:id:giai:4012345.ABC345 /8004/4012345ABC345
            urn:epc:id:gsrn:4012345.0000006765 /8018/401234500000067657
            urn:epc:id:gsrnp:4012345.0000000007 /8017/401234500000000074
            urn:epc:id:gdti:4012345.00009.PO-4711 /253/4012345000092PO-4711
            urn:epc:id:gdti:987659999999..9 /253/98765999999929
            urn:epc:id:sgcn:4012345.99999.44 /255/401234599999044
            urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234 /8010/061414111111111111111-A%23%2F/8011/1234
            urn:epc:id:ginc:0614141.xyz47%2F11 /401/0614141xyz47%2F11
            urn:epc:id:gsin:4012345.222333444 /402/40123452223334442
            urn:epc:id:itip:4012345.011111.01.02.987 /8006/040123451111180102/21/987
            urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB /01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDB
            urn:epc:id:pgln:4000001.00000 /417/4000001000005
            urn:epc:id:pgln:999999999999. /417/9999999999994
            urn:epc:class:lgtin:4012345.012345.Lot987 /01/04012345123456/10/Lot987
            """)
    void anEpcUrnBecomesTheDigitalLinkOfTheSameThing(String urn, String path) {
        assertThat(Gs1Uri.canonical(urn)).contains("https://id.gs1.org" + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            urn:epc:idpat:sgtin:4012345.012345.* /01/04012345123456
            urn:epc:idpat:grai:4012345.99999.* /8003/04012345999990
            urn:epc:idpat:gdti:4012345.11111.* /253/4012345111118
            urn:epc:idpat:sgcn:4012345.22222.* /255/4012345222227
            urn:epc:idpat:cpi:4012345.AB12.* /8010/4012345AB12
            urn:epc:idpat:itip:4012345.012345.01.02.* /8006/040123451234560102
            urn:epc:idpat:upui:4012345.012345.* /01/04012345123456
            """)
    void thePatternOfAllSerialsBecomesTheClass(String urn, String path) {
        assertThat(Gs1Uri.canonical(urn)).contains("https://id.gs1.org" + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            https://example.com/gtin/09780345418913/21/765tz?abc=211121 /01/09780345418913/21/765tz
            http://id.gs1.org/gtin/9780345418913 /01/09780345418913
            HTTPS://Example.com/some/path/01/9780345418913/10/1223 /01/09780345418913/10/1223
            https://example.org/01/9780345418913/22/344/10/1223/21/765tz?11=221109 /01/09780345418913/21/765tz
            https://example.org/gtin/9780345418913/cpv/344 /01/09780345418913
            https://example.org/01/9780345418913/22/344/10/ABD /01/09780345418913/10/ABD
            https://example.org/8006/040123451234560102/22/AB/10/Lot-123 /8006/040123451234560102/10/Lot-123
            https://example.co.uk/party/4226350800008 /417/4226350800008
            https://example.org/414/4280000000002/254/12 /414/4280000000002/254/12
            http://example.de/gtin-8/01/97803111 /01/00000097803111
            """)
    void aDigitalLinkOfAnyHostKeepsOnlyItsFinestIdentification(String uri, String path) {
        assertThat(Gs1Uri.canonical(uri)).contains("https://id.gs1.org" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "Hello World!",
                "http://example.de/abc/9780345418913",
                "http://example.org/123/4012345ABC987/456/4711",
                "http://id.gs1.org/99/9780345418913",
                "http://id.gs1.org/01/9780345418913/99/utfgf",
                "http://example.de/01/97803",
                "https://id.gs1.org/8006/04012345123456/22/ABCD/10/XYZ",
                "https://ref.gs1.org/cbv/BizStep-inspecting",
                "https://example.org/2024/01/15",
                "urn:epcglobal:cbv:bt:0614141073467:1152",
                "urn:epc:id:nosuch:1.2.3",
                "urn:epc:idpat:sgtin:4012345.*.*",
                "urn:epc:idpat:sgtin:*.*.*",
                "urn:epc:idpat:sgln:4012345.00005.*",
                "urn:epc:id:sgtin:4012345.01111.1",
                "urn:epc:id:",
                "urn:epc:"
            })
    void whatIsNoGs1IdentifierHasNoCanonicalUri(String text) {
        assertThat(Gs1Uri.canonical(text)).isEmpty();
    }

    @Test
    void a_wrong_check_digit_does_not_change_how_an_event_is_spelled() {
        assertThat(Gs1Uri.canonical("https://example.org/00/340123453111111110"))
                .contains("https://id.gs1.org/00/340123453111111110");
    }

    /** Looked up in all strings together, because some of the published ones belong to an older version of their document. */
    @Test
    void every_identifier_of_the_reference_hash_examples_stands_in_their_pre_hash_strings() {
        String preHashes = Corpora.files("event-hash-ralphtro", ".prehashes").stream()
                .map(Corpora::text)
                .collect(Collectors.joining("\n"));
        for (Path document : Corpora.files("event-hash-ralphtro/tests/examples", ".jsonld")) {
            if (document.endsWith(GARBLED)) {
                continue;
            }
            IDENTIFIER
                    .matcher(Corpora.text(document))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(identifier -> {
                        assertThat(Gs1Uri.canonical(identifier))
                                .as("%s in %s", identifier, document.getFileName())
                                .hasValueSatisfying(
                                        canonical -> assertThat(preHashes).contains(canonical));
                    });
        }
    }

    @Test
    void the_reference_hash_over_all_gs1_keys_comes_out_right() throws NoSuchAlgorithmException {
        String epcs = Stream.of(
                        "sscc:4012345.0000000333",
                        "sscc:4012345.0000000333",
                        "sgtin:4012345.012345.12",
                        "upui:4012345.012345.AB12",
                        "gdti:4012345.55555.98",
                        "sgcn:4012345.99999.44",
                        "ginc:4012345.333",
                        "gsin:4012345.999987654",
                        "grai:4012345.66666.87",
                        "giai:4012345.AAbb",
                        "itip:4012345.012345.01.02.999",
                        "cpi:4012345.ABC.123",
                        "gsrnp:4012345.0000098765",
                        "gsrn:4012345.9876540000")
                .map(epc -> "epc=" + Gs1Uri.canonical("urn:epc:id:" + epc).orElseThrow())
                .collect(Collectors.joining());
        String classes = Stream.of(
                        "idpat:sgtin:4054739.099914.*",
                        "class:lgtin:4054739.099914.20160711",
                        "idpat:gdti:4012345.55555.*",
                        "idpat:sgcn:4012345.99999.*",
                        "idpat:grai:4012345.66666.*",
                        "idpat:itip:4012345.012345.01.02.*",
                        "idpat:cpi:4012345.ABC.*")
                .map(type -> "quantityElementepcClass="
                        + Gs1Uri.canonical("urn:epc:" + type).orElseThrow())
                .collect(Collectors.joining());
        String preHash = "eventType=ObjectEventeventTime=2023-03-27T11:30:00.000ZeventTimeZoneOffset=+01:00epcList"
                + epcs
                + "quantityList" + classes + "action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-otherreadPointid="
                + Gs1Uri.canonical("urn:epc:id:sgln:4012345.00011.987").orElseThrow();

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(preHash.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("40744f32beff53a4bf5bb5956d465cb52de5bbcc9f131409d8efb903b04d9351");
    }
}
