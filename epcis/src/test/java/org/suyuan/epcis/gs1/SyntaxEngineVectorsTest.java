package org.suyuan.epcis.gs1;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The public vectors of the GS1 Syntax Engine. Every line runs, or stands below with the reason why it does not; every line
 * agrees with the engine, or stands below with the reason why it does not, and then must really differ.
 */
class SyntaxEngineVectorsTest {

    private static final String VARIABLES = "the arguments are variables of the C test, not in the corpus";

    private static final String SHORT_GTIN = "GTINs of 8 to 13 digits are an option of the engine, always on here";

    private static final String COMPOSITE =
            "the two messages of a composite on a retail symbol; scanners send them apart, and each is read on its own";

    private static final Map<String, String> AI_NOT_RUN = Map.ofEntries(
            entry("ai.c:1423", VARIABLES),
            entry("ai.c:1427", VARIABLES),
            entry("ai.c:1638", VARIABLES),
            entry("ai.c:1815", VARIABLES),
            entry("ai.c:1822", VARIABLES),
            entry("ai.c:1851", VARIABLES),
            entry("ai.c:1860", VARIABLES));

    private static final Map<String, String> AI_DIFFERENT = Map.of(
            "ai.c:1708", "scanners take the leading FNC1 off, so we do not insist on it",
            "ai.c:2059", "(89) is not assigned; the engine was told to permit unknown ones");

    private static final Map<String, String> LINK_DIFFERENT = Map.ofEntries(
            entry("dl.c:1344", "a scheme is case-insensitive (RFC 3986 §3.1), mixed case too"),
            entry("dl.c:1435", "names in place of numbers are an option of the engine, always on here"),
            entry("dl.c:1454", SHORT_GTIN),
            entry("dl.c:1464", SHORT_GTIN),
            entry("dl.c:1474", SHORT_GTIN),
            entry("dl.c:1489", SHORT_GTIN),
            entry("dl.c:1499", SHORT_GTIN),
            entry("dl.c:1767", "(89) is not assigned; the engine was told to permit unknown ones"),
            entry("dl.c:2206", "as dl.c:1767"),
            entry("dl.c:1971", "the apostrophe stays as it is, as in the published pre-hash strings of CBV 2.0"));

    private static final Map<String, String> SCAN_DIFFERENT = Map.ofEntries(
            entry("scandata.c:704", COMPOSITE),
            entry("scandata.c:706", COMPOSITE),
            entry("scandata.c:710", COMPOSITE),
            entry("scandata.c:712", COMPOSITE),
            entry("scandata.c:716", COMPOSITE),
            entry("scandata.c:718", COMPOSITE),
            entry("scandata.c:722", COMPOSITE),
            entry("scandata.c:724", COMPOSITE),
            entry("scandata.c:936", COMPOSITE),
            entry("scandata.c:947", COMPOSITE),
            entry("scandata.c:804", "the engine adds the check digit that the symbol carries; we draw no symbols"),
            entry("scandata.c:847", "an unknown symbology: we look at the text behind it all the same"),
            entry("scandata.c:930", "12 digits behind ]E0 are how some scanners send UPC-A"));

    @Test
    void elementStringsAreReadAsTheEngineReadsThem() {
        List<Corpora.Vector> vectors = Corpora.vectors("ai.tsv").stream()
                .filter(vector -> !AI_NOT_RUN.containsKey(vector.place()))
                .filter(vector -> !vector.macro().equals("test_existsInAIdata")) // looks into variables of the C test
                .toList();
        compare(vectors, AI_DIFFERENT, SyntaxEngineVectorsTest::agreesOnElements);
    }

    @Test
    void digitalLinksAreReadAndWrittenAsTheEngineDoes() {
        compare(Corpora.vectors("digital-link.tsv"), LINK_DIFFERENT, SyntaxEngineVectorsTest::agreesOnLinks);
    }

    @Test
    void scannedDataAreReadAsTheEngineReadsThem() {
        List<Corpora.Vector> vectors = Corpora.vectors("scandata.tsv").stream()
                .filter(vector ->
                        !vector.arguments().getLast().equals("NULL")) // no symbol is drawn, so there is no scan
                .toList();
        compare(vectors, SCAN_DIFFERENT, SyntaxEngineVectorsTest::agreesOnScans);
    }

    private static void compare(
            List<Corpora.Vector> vectors, Map<String, String> different, Predicate<Corpora.Vector> agrees) {
        List<String> disagreeing = vectors.stream()
                .filter(agrees.negate())
                .map(Corpora.Vector::place)
                .toList();
        if (!vectors.isEmpty()) {
            assertThat(disagreeing).containsExactlyInAnyOrderElementsOf(new TreeSet<>(different.keySet()));
        }
    }

    private static boolean agreesOnElements(Corpora.Vector vector) {
        return switch (vector.macro()) {
            case "test_parseAIdata" -> expected(vector, 2).equals(text(() -> ElementString.parse(vector.string(1))));
            case "test_processAIdata" ->
                vector.expected()
                        == read(() -> ElementString.parse(fnc1(vector.string(1))))
                                .isPresent();
            case "test_validateAIs" ->
                vector.expected()
                        == read(() -> ElementString.parse(vector.string(2)))
                                .filter(elements ->
                                        goTogether(vector.arguments().get(1), elements))
                                .isPresent();
            case "test_errMarkup" -> agreesOnPlaceOfError(vector.string(0), vector.string(1));
            default -> throw new IllegalArgumentException(vector.macro());
        };
    }

    private static boolean goTogether(String check, ElementString elements) {
        return switch (check) {
            case "validateAIrepeats" ->
                Associations.repeated(elements.elements()).isEmpty();
            case "validateAImutex" -> Associations.excluded(elements.elements()).isEmpty();
            case "validateAIrequisites", "validateDigSigRequiresSerialisedKey" ->
                elements.missingPartner().isEmpty();
            default -> throw new IllegalArgumentException(check);
        };
    }

    /** The markup has bars around the wrong characters, and may end before the text does. */
    private static boolean agreesOnPlaceOfError(String text, String markup) {
        try {
            ElementString.parse(text);
            return false;
        } catch (Gs1SyntaxException fault) {
            return text.charAt(fault.position()) == markup.charAt(markup.indexOf('|') + 1)
                    && text.substring(0, fault.position()).endsWith(markup.substring(6, markup.indexOf('|')));
        }
    }

    private static boolean agreesOnLinks(Corpora.Vector vector) {
        return switch (vector.macro()) {
            case "test_parseDLuri" ->
                expected(vector, 2).equals(text(() -> elements(DigitalLink.parse(vector.string(1)))));
            case "test_testGenerateDLuri" -> {
                String stem = vector.arguments().get(1).equals("NULL") ? Gs1Uri.CANONICAL_STEM : vector.string(1);
                Optional<String> uri = read(() ->
                        DigitalLink.of(ElementString.parse(vector.string(2))).uri(stem));
                yield uri.orElse("").equals(vector.string(3));
            }
            case "test_URIunescape" ->
                PercentCoding.decode(vector.string(0)).equals(vector.string(1))
                        && PercentCoding.decodeQuery(vector.string(0)).equals(vector.string(2));
            case "test_URIescape" ->
                PercentCoding.encodeForDigitalLink(vector.string(0)).equals(vector.string(1));
            default -> throw new IllegalArgumentException(vector.macro());
        };
    }

    private static ElementString elements(DigitalLink link) {
        return new ElementString(java.util.stream.Stream.concat(link.path().stream(), link.attributes().stream())
                .toList());
    }

    private static boolean agreesOnScans(Corpora.Vector vector) {
        if (vector.macro().equals("test_testProcessScanData")) {
            return vector.expected()
                    ? vector.string(3).equals(carried(vector.string(1)))
                    : carried(vector.string(1)) == null;
        }
        String source = withGtinAi(vector.string(1));
        String scan = vector.string(2);
        return SymbologyIdentifier.announcesElementString(scan)
                ? ElementString.parse(fnc1(source.replace("|", ""))).equals(ElementString.parse(scan))
                : source.equals(carried(scan));
    }

    /** What a scan says, in the notation of the engine; null when it is refused. */
    private static @Nullable String carried(String scan) {
        if (SymbologyIdentifier.announcesElementString(scan)) {
            return read(() -> ElementString.parse(scan))
                    .map(SyntaxEngineVectorsTest::notation)
                    .orElse(null);
        }
        if (!SymbologyIdentifier.isAtStartOf(scan)) {
            return null;
        }
        String rest = scan.substring(SymbologyIdentifier.LENGTH);
        boolean isRetail = scan.startsWith("]E");
        boolean isAddress = rest.regionMatches(true, 0, "http", 0, 4);
        if (isRetail) {
            return read(() -> Gtin.of(rest)).map(gtin -> rest).orElse(null);
        }
        if (isAddress) {
            return read(() -> DigitalLink.parse(rest)).map(link -> rest).orElse(null);
        }
        boolean looksLikeFnc1 = rest.matches("\\\\*\\^.*");
        return looksLikeFnc1 ? "\\" + rest : rest;
    }

    /** DataBar symbols are given a GTIN without its Application Identifier. */
    private static String withGtinAi(String source) {
        return source.matches("[0-9]{14}\\|.*") ? "^01" + source : source;
    }

    private static String expected(Corpora.Vector vector, int index) {
        return vector.expected() ? vector.string(index) : "";
    }

    private static String text(Supplier<ElementString> parse) {
        return read(parse).map(SyntaxEngineVectorsTest::notation).orElse("");
    }

    private static String notation(ElementString elements) {
        return "^" + elements.scanned().replace(ElementString.GS, '^');
    }

    private static String fnc1(String text) {
        return text.replace('^', ElementString.GS);
    }

    private static <T> Optional<T> read(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (Gs1SyntaxException refused) {
            return Optional.empty();
        }
    }
}
