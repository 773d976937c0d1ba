package org.suyuan.epcis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spelling is kept, meaning is compared. */
class SpellingsTest {

    @Test
    void every_spelling_of_a_vocabulary_word_means_the_same() {
        assertThat(Stream.of(
                                "shipping",
                                "cbv:BizStep-shipping",
                                "urn:epcglobal:cbv:bizstep:shipping",
                                "https://ref.gs1.org/cbv/BizStep-shipping",
                                "https://ns.gs1.org/cbv/BizStep-shipping")
                        .map(text -> new CbvTerm(CbvVocabulary.BIZ_STEP, text)))
                .allSatisfy(term -> {
                    assertThat(term.uri()).isEqualTo("https://ref.gs1.org/cbv/BizStep-shipping");
                    assertThat(term.word()).contains("shipping");
                    assertThat(term.means(BizStep.SHIPPING.term())).isTrue();
                });
        assertThat(new CbvTerm(CbvVocabulary.MEASUREMENT_TYPE, "gs1:Temperature").uri())
                .isEqualTo("https://gs1.org/voc/Temperature");
    }

    @Test
    void a_senders_own_term_is_kept_and_has_no_word() {
        CbvTerm own = new CbvTerm(CbvVocabulary.BIZ_STEP, "https://farm.example.cn/bizstep/milking");
        assertThat(own.word()).isEmpty();
        assertThat(own.uri()).isEqualTo("https://farm.example.cn/bizstep/milking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "milking", "Shipping", "cbv:shipping", "urn:epcglobal:cbv:bizstep:milking", "cbv:Disp-active"
            })
    void aWordThatNoListHoldsIsRefused(String word) {
        assertThatThrownBy(() -> new CbvTerm(CbvVocabulary.BIZ_STEP, word))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith("bizStep: " + word);
    }

    @Test
    void the_vocabularies_have_the_sizes_of_cbv2() {
        assertThat(CbvVocabulary.BIZ_STEP.words()).hasSize(41);
        assertThat(CbvVocabulary.DISPOSITION.words()).hasSize(33);
        assertThat(CbvVocabulary.BIZ_TRANSACTION_TYPE.words()).hasSize(13);
        assertThat(CbvVocabulary.MEASUREMENT_TYPE.words()).hasSize(72);
    }

    @Test
    void a_time_keeps_its_text_and_means_a_moment() {
        DateTimeStamp time = DateTimeStamp.of("2026-09-18T06:30:00.5+08:00");
        assertThat(time.text()).isEqualTo("2026-09-18T06:30:00.5+08:00");
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-09-17T22:30:00.500Z"));
        assertThat(DateTimeStamp.of("2026-09-18T06:30:00.123456789012Z").instant())
                .isEqualTo(Instant.parse("2026-09-18T06:30:00.123456789Z"));
        assertThat(DateTimeStamp.of(time.instant(), ZoneOffset.ofHours(8)).text())
                .isEqualTo("2026-09-18T06:30:00.500+08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-18",
                "2026-09-18T06:30:00",
                "2026-13-18T06:30:00Z",
                "2026-09-18T25:30:00Z",
                "2026-09-18 06:30:00Z",
                "2026-09-18T06:30:00+8"
            })
    void aTimeWithoutZoneOrOutsideTheCalendarIsRefused(String text) {
        assertThatThrownBy(() -> DateTimeStamp.of(text)).isInstanceOf(InvalidEventException.class);
    }

    @Test
    void an_inner_context_wins_and_gs1s_prefixes_are_always_known() {
        LdContext outer = inline("a", "https://outer.example/");
        LdContext both = outer.with(inline("a", "https://inner.example/"));
        assertThat(both.resolve("a:x")).contains(new ExtensionName("a:x", "https://inner.example/", "x"));
        assertThat(both.resolve("cbvmda:lotNumber"))
                .contains(new ExtensionName("cbvmda:lotNumber", "urn:epcglobal:cbv:mda:", "lotNumber"));
        assertThat(both.resolve("https://x.example/ns#y"))
                .contains(new ExtensionName("https://x.example/ns#y", "https://x.example/ns#", "y"));
        assertThat(Stream.of("b:x", "x", "a:", ":x", "@id", ""))
                .allSatisfy(name -> assertThat(both.resolve(name)).isEmpty());
        assertThat(inline("term", "https://outer.example/term").resolve("term"))
                .contains(new ExtensionName("term", "https://outer.example/", "term"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ":x", "a:", "1a:b", "a b:c", "a:b c", "a:<b>", "a:b\u00a0c", "a:\u007f"})
    void what_is_no_absolute_uri_is_seen(String text) {
        assertThat(EpcisUri.isAbsolute(text)).isFalse();
    }

    @Test
    void absolute_uris_with_escapes_and_chinese_names_are_seen() {
        assertThat(List.of(
                        "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB",
                        "https://例.example/批次/1", "geo:24.48,118.08", "ni:///sha-256;00?ver=CBV2.0"))
                .allMatch(EpcisUri::isAbsolute);
    }

    private static LdContext inline(String prefix, String iri) {
        return new LdContext(List.of(new LdContext.Entry.Inline(new ExtensionValue.Structure(
                List.of(new Extension(ExtensionName.local(prefix), new ExtensionValue.Text(iri)))))));
    }
}
