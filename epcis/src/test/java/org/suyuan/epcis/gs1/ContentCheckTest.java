package org.suyuan.epcis.gs1;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The content checks against the public vectors of the GS1 Barcode Syntax Tests. */
class ContentCheckTest {

    private static final int ANY = 200;

    /** Linters that we do not have. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("iso3166", "a country list of yesterday would refuse a genuine product of tomorrow"),
            entry("iso3166999", "as iso3166"),
            entry("iso3166alpha2", "as iso3166"),
            entry("iso4217", "prices are shown, not judged; a currency list changes"),
            entry("iban", "bank accounts are no business of a product label"),
            entry("couponcode", "coupons of North America"),
            entry("couponposoffer", "coupons of North America"),
            entry("mediatype", "a code list that grows"),
            entry("packagetype", "a code list that grows"),
            entry("importeridx", "tobacco importer index of the European Union"),
            entry("gcppos1", "needs the list of company prefixes, which is not public"),
            entry("gcppos2", "as gcppos1"),
            entry("cset64", "the padding of a digital signature is judged by whoever verifies the signature"),
            entry("yyyymmd0", "no Application Identifier uses it"));

    private static final Map<String, Cset> CSETS =
            Map.of("csetnumeric", Cset.NUMERIC, "cset82", Cset.CSET_82, "cset39", Cset.CSET_39);

    /** The part of a value that each check is for. */
    private static final Map<String, ApplicationIdentifier.ValuePart> CHECKS = Map.ofEntries(
            entry("csum", part(Cset.NUMERIC, 1, ANY, ContentCheck.MOD10)),
            entry("csumalpha", part(Cset.CSET_82, 0, ANY, ContentCheck.PAIR1021)),
            entry("yymmd0", part(Cset.NUMERIC, 6, 6, ContentCheck.YYMMD0)),
            entry("yymmdd", part(Cset.NUMERIC, 6, 6, ContentCheck.YYMMDD)),
            entry("yyyymmdd", part(Cset.NUMERIC, 8, 8, ContentCheck.YYYYMMDD)),
            entry("hhmi", part(Cset.NUMERIC, 4, 4, ContentCheck.HHMM)),
            entry("hh", part(Cset.NUMERIC, 2, 2, ContentCheck.HOUR)),
            entry("mi", part(Cset.NUMERIC, 2, 2, ContentCheck.MINUTE)),
            entry("ss", part(Cset.NUMERIC, 2, 2, ContentCheck.SECOND)),
            entry("zero", part(Cset.NUMERIC, 1, ANY, ContentCheck.ZERO)),
            entry("nonzero", part(Cset.NUMERIC, 0, ANY, ContentCheck.NONZERO)),
            entry("nozeroprefix", part(Cset.NUMERIC, 0, ANY, ContentCheck.NOLEAD0)),
            entry("pieceoftotal", part(Cset.NUMERIC, 2, ANY, ContentCheck.PIECE)),
            entry("posinseqslash", part(Cset.CSET_82, 0, ANY, ContentCheck.POSOFSEQ)),
            entry("yesno", part(Cset.NUMERIC, 1, 1, ContentCheck.BOOL)),
            entry("winding", part(Cset.NUMERIC, 1, 1, ContentCheck.WINDING)),
            entry("iso5218", part(Cset.NUMERIC, 1, 1, ContentCheck.SEX)),
            entry("hyphen", part(Cset.CSET_82, 1, ANY, ContentCheck.MINUS)),
            entry("latitude", part(Cset.NUMERIC, 10, 10, ContentCheck.LAT)),
            entry("longitude", part(Cset.NUMERIC, 10, 10, ContentCheck.LON)),
            entry("hasnondigit", part(Cset.CSET_82, 0, ANY, ContentCheck.NONDIGIT)),
            entry("pcenc", part(Cset.CSET_82, 0, ANY, ContentCheck.PERCENT)));

    /** Vectors that we answer otherwise. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "syntax/lint_csumalpha.c:242", "97 characters before the pair; the longest Application Identifier has 23",
            "syntax/lint_csumalpha.c:245", "as lint_csumalpha.c:242");

    @Test
    void everyPublicVectorOfACheckThatWeHaveGivesTheSameAnswer() {
        List<Corpora.Vector> vectors = Corpora.vectors("linters.tsv");
        Set<String> disagreeing = vectors.stream()
                .filter(vector -> !LEFT_OUT.containsKey(linter(vector)))
                .filter(vector -> vector.arguments().get(1).startsWith("\"")) // else a variable of the C test
                .filter(vector -> passes(linter(vector), vector.string(1))
                        != vector.macro().equals("UNIT_TEST_PASS"))
                .map(Corpora.Vector::place)
                .collect(Collectors.toSet());
        assertThat(disagreeing).isEqualTo(vectors.isEmpty() ? Set.of() : DIFFERENT.keySet());
    }

    private static String linter(Corpora.Vector vector) {
        return vector.arguments().getFirst().replace("gs1_lint_", "");
    }

    private static boolean passes(String linter, String value) {
        if (CSETS.containsKey(linter)) {
            return CSETS.get(linter).holds(value);
        }
        assertThat(CHECKS).containsKey(linter);
        return new ApplicationIdentifier(
                        "00", List.of(CHECKS.get(linter)), false, false, false, List.of(), List.of(), List.of())
                .fault(value)
                .isEmpty();
    }

    @Test
    void everyCheckIsHeldAgainstVectors() {
        assertThat(CHECKS.values().stream().flatMap(part -> part.checks().stream()))
                .containsExactlyInAnyOrder(ContentCheck.values());
        assertThat(Set.copyOf(LEFT_OUT.keySet())).doesNotContainAnyElementsOf(CHECKS.keySet());
    }

    private static ApplicationIdentifier.ValuePart part(Cset cset, int min, int max, ContentCheck check) {
        return new ApplicationIdentifier.ValuePart(cset, min, max, false, List.of(check));
    }
}
