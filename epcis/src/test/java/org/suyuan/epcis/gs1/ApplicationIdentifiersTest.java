package org.suyuan.epcis.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationIdentifiersTest {

    private static final Pattern PART = Pattern.compile("(\\[)?([NXYZ])(\\.\\.)?(\\d+)]?(?:,.*)?");

    /** One Application Identifier in a notation that both our table and the public dictionary can be put into. */
    record Facts(
            String code,
            List<String> parts,
            boolean predefinedLength,
            boolean attribute,
            boolean key,
            Set<String> qualifiers,
            Set<Set<String>> needs,
            Set<String> excludes) {}

    @Test
    void ourTableSaysTheSameAsThePublicDictionary() {
        List<Facts> ours = ApplicationIdentifiers.all().stream()
                .map(ApplicationIdentifiersTest::facts)
                .toList();
        for (var file : Corpora.files("gs1-syntax-dictionary", "dictionary.txt")) {
            List<Facts> dictionary = Corpora.text(file)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(ApplicationIdentifiersTest::entries)
                    .toList();
            assertThat(ours).containsExactlyInAnyOrderElementsOf(dictionary);
        }
        assertThat(ours).hasSizeGreaterThan(500);
    }

    private static Facts facts(ApplicationIdentifier ai) {
        return new Facts(
                ai.code(),
                ai.parts().stream()
                        .map(part -> "NXYZ"
                                        .charAt(List.of(Cset.NUMERIC, Cset.CSET_82, Cset.CSET_39, Cset.BASE64URL)
                                                .indexOf(part.cset()))
                                + (part.minLength() < part.maxLength() ? ".." : "")
                                + part.maxLength()
                                + (part.optional() ? "?" : ""))
                        .toList(),
                ai.predefinedLength(),
                ai.attribute(),
                ai.key(),
                ai.qualifierSequences().stream()
                        .map(sequence -> String.join(",", sequence))
                        .collect(Collectors.toSet()),
                ai.needs().stream().map(Set::copyOf).collect(Collectors.toSet()),
                Set.copyOf(ai.excludes()));
    }

    private static Stream<Facts> entries(String line) {
        List<String> words = Arrays.asList(line.replaceAll(" *#.*", "").split(" +"));
        boolean flagged = words.get(1).matches("[*?]+");
        String flags = flagged ? words.get(1) : "";
        List<String> parts = new ArrayList<>();
        Set<String> qualifiers = new HashSet<>();
        Set<Set<String>> needs = new HashSet<>();
        Set<String> excludes = new TreeSet<>();
        boolean key = false;
        for (String word : words.subList(flagged ? 2 : 1, words.size())) {
            Matcher part = PART.matcher(word);
            if (word.startsWith("req=")) {
                Arrays.stream(word.substring(4).replace('n', '*').split(","))
                        .forEach(group -> needs.add(Set.of(group.split("\\+"))));
            } else if (word.startsWith("ex=")) {
                excludes.addAll(List.of(word.substring(3).replace('n', '*').split(",")));
            } else if (word.startsWith("dlpkey")) {
                key = true;
                Arrays.stream(word.substring(6).split("[=|]"))
                        .filter(s -> !s.isEmpty())
                        .forEach(qualifiers::add);
            } else if (part.matches()) {
                boolean ranged = part.group(3) != null && !part.group(4).equals("1");
                parts.add(part.group(2) + (ranged ? ".." : "") + part.group(4) + (part.group(1) == null ? "" : "?"));
            }
        }
        boolean isKey = key;
        return codes(words.getFirst())
                .map(code -> new Facts(
                        code, parts, flags.contains("*"), flags.contains("?"), isKey, qualifiers, needs, excludes));
    }

    private static Stream<String> codes(String range) {
        String[] ends = range.split("-");
        return ends.length == 1
                ? Stream.of(range)
                : IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                        .mapToObj(Integer::toString);
    }

    @Test
    void noCodeIsTheBeginningOfAnotherSoThatScannedDataCanBeCut() {
        Set<String> codes = ApplicationIdentifiers.all().stream()
                .map(ApplicationIdentifier::code)
                .collect(Collectors.toSet());
        assertThat(codes)
                .allSatisfy(code -> assertThat(
                                IntStream.range(2, code.length()).mapToObj(end -> code.substring(0, end)))
                        .doesNotContainAnyElementsOf(codes));
    }

    /** The two-digit starts that the General Specifications (figure 7.8.4-2) fix once and for all. */
    @Test
    void predefinedLengthsAreExactlyThoseOfTheListThatNeverChanges() {
        Set<String> starts = ApplicationIdentifiers.all().stream()
                .filter(ApplicationIdentifier::predefinedLength)
                .map(ai -> ai.code().substring(0, 2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(starts)
                .containsExactly(
                        "00", "01", "02", "03", "11", "12", "13", "15", "16", "17", "20", "31", "32", "33", "34", "35",
                        "36", "41");
    }

    @ParameterizedTest
    @CsvSource({
        "01, 06901234567892, ",
        "01, 06901234567893, CHECK_DIGIT",
        "01, 6901234567892, LENGTH",
        "17, 260200, ",
        "17, 260230, DATE",
        "17, 261300, DATE",
        "7006, 260200, DATE",
        "7006, 240229, ",
        "7006, 260229, DATE",
        "10, ABC 1, CHARSET",
        "8003, 04012345000221334455, ",
        "8003, 14012345000221334455, VALUE",
        "8006, 040123451111180301, VALUE",
        "8010, 4012345abc, CHARSET",
        "8013, 1987654Ad4X4bL5ttr2310c2K, ",
        "8013, 1987654Ad4X4bL5ttr2310c2X, CHECK_DIGIT",
        "4326, 260931, DATE"
    })
    void aValueIsHeldAgainstItsFormat(String code, String value, @org.jspecify.annotations.Nullable Rule expected) {
        assertThat(ApplicationIdentifiers.find(code).orElseThrow().fault(value).map(ApplicationIdentifier.Fault::rule))
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }
}
