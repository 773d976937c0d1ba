package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Digital Link URI taken apart: structure, lengths and characters are right, the content (check digits, dates) is not
 * looked at yet. The event hash of CBV 2.0 needs just this much, because it normalises spellings and judges nothing.
 */
record LinkText(String uri, List<Located> path, List<Located> query) {

    /** An element and where its value begins in the URI. */
    record Located(Element element, int position) {

        ApplicationIdentifier ai() {
            return ApplicationIdentifiers.find(element.ai()).orElseThrow();
        }

        Gs1SyntaxException refused(String uri, ApplicationIdentifier.Fault fault) {
            boolean spelledAsIs = uri.startsWith(element.value(), position);
            int at = spelledAsIs ? position + fault.position() : position;
            return new Gs1SyntaxException(fault.rule(), uri, at, fault.detail());
        }
    }

    /** The names that versions 1.0 and 1.1 of the standard allowed in place of numbers, and {@code bat} of GB/T 33993. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("sscc", "00"),
            Map.entry("gtin", "01"),
            Map.entry("gdti", "253"),
            Map.entry("gcn", "255"),
            Map.entry("ginc", "401"),
            Map.entry("gsin", "402"),
            Map.entry("gln", "414"),
            Map.entry("payTo", "415"),
            Map.entry("party", "417"),
            Map.entry("grai", "8003"),
            Map.entry("giai", "8004"),
            Map.entry("itip", "8006"),
            Map.entry("cpid", "8010"),
            Map.entry("gmn", "8013"),
            Map.entry("gsrnp", "8017"),
            Map.entry("gsrn", "8018"),
            Map.entry("cpv", "22"),
            Map.entry("lot", "10"),
            Map.entry("bat", "10"),
            Map.entry("ser", "21"),
            Map.entry("glnx", "254"),
            Map.entry("refNo", "8020"),
            Map.entry("cpsn", "8011"),
            Map.entry("srin", "8019"));

    private static final Pattern AUTHORITY = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?");
    private static final String URI_PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=%";

    /** Every key begins with a company prefix; fewer digits than this and /01/ is just a folder or a month. */
    private static final int KEY_LEADING_DIGITS_MIN = 4;

    private static final int NUMERIC_KEY_LEADING_DIGITS_MIN = 6;

    LinkText {
        path = List.copyOf(path);
        query = List.copyOf(query);
    }

    Located key() {
        return path.getFirst();
    }

    List<Element> pathElements() {
        return path.stream().map(Located::element).toList();
    }

    /**
     * Takes a URI of any host apart; empty when it is a URI without a GS1 key in its path.
     *
     * @throws Gs1SyntaxException when it has a key but breaks a rule of the syntax
     */
    static Optional<LinkText> read(String uri) {
        int authority = authorityStart(uri);
        if (authority < 0) {
            return Optional.empty();
        }
        int end = indexOrEnd(uri, '#', 0, uri.length());
        int pathEnd = indexOrEnd(uri, '?', 0, end);
        int pathStart = indexOrEnd(uri, '/', authority, pathEnd);
        if (pathStart == pathEnd
                || !AUTHORITY.matcher(uri.substring(authority, pathStart)).matches()) {
            return Optional.empty();
        }
        List<Segment> segments = segments(uri, pathStart, pathEnd);
        int key = keyIndex(segments);
        if (key < 0) {
            return Optional.empty();
        }
        requireUriCharacters(uri);
        List<Located> path = new ArrayList<>();
        for (int i = key; i < segments.size(); i += 2) {
            path.add(pathElement(uri, segments.get(i), segments.get(i + 1)));
        }
        requireOrder(uri, path);
        List<Located> query = query(uri, pathEnd, end);
        return Optional.of(new LinkText(uri, path, query));
    }

    private record Segment(int position, String raw) {}

    private static int authorityStart(String uri) {
        for (String scheme : List.of("https://", "http://")) {
            if (uri.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        return -1;
    }

    private static int indexOrEnd(String uri, char wanted, int from, int end) {
        int found = uri.indexOf(wanted, from);
        return found < 0 || found > end ? end : found;
    }

    private static List<Segment> segments(String uri, int pathStart, int pathEnd) {
        List<Segment> segments = new ArrayList<>();
        for (int slash = pathStart; slash < pathEnd; ) {
            int next = indexOrEnd(uri, '/', slash + 1, pathEnd);
            segments.add(new Segment(slash + 1, uri.substring(slash + 1, next)));
            slash = next;
        }
        return segments;
    }

    /** The last primary key in the path: what stands before it belongs to the resolver (§4.9 of the standard). */
    private static int keyIndex(List<Segment> segments) {
        for (int i = segments.size() - 2; i >= 0; i -= 2) {
            ApplicationIdentifier ai = named(segments.get(i).raw());
            if (ai != null && ai.key()) {
                return beginsWithCompanyPrefix(ai, segments.get(i + 1).raw()) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean beginsWithCompanyPrefix(ApplicationIdentifier key, String value) {
        boolean numeric = key.parts().getFirst().cset() == Cset.NUMERIC;
        int wanted = numeric ? NUMERIC_KEY_LEADING_DIGITS_MIN : KEY_LEADING_DIGITS_MIN;
        return value.length() >= wanted && Cset.NUMERIC.holds(value.substring(0, wanted));
    }

    private static @Nullable ApplicationIdentifier named(String segment) {
        return ApplicationIdentifiers.find(NAMES.getOrDefault(segment, segment)).orElse(null);
    }

    private static void requireUriCharacters(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (!PercentCoding.isAsciiLetterOrDigit(c) && URI_PUNCTUATION.indexOf(c) < 0) {
                throw new Gs1SyntaxException(Rule.CHARSET, uri, i, "'" + c + "' may not stand in a URI");
            }
        }
    }

    private static Located pathElement(String uri, Segment name, Segment value) {
        ApplicationIdentifier ai = named(name.raw());
        if (ai == null) {
            throw new Gs1SyntaxException(
                    Rule.UNKNOWN_AI, uri, name.position(), "\"" + name.raw() + "\" is no Application Identifier");
        }
        return located(uri, ai, PercentCoding.decode(value.raw()), value.position());
    }

    private static Located located(String uri, ApplicationIdentifier ai, String value, int position) {
        String full = value;
        if (ai.code().equals("01") || ai.code().equals("02")) {
            if (Gtin.isPrintedLength(value.length()) && Cset.NUMERIC.holds(value)) {
                full = Gtin.filled(value);
            }
        }
        Located located = new Located(new Element(ai.code(), full), position);
        ai.shapeFault(full).ifPresent(fault -> {
            throw located.refused(uri, fault);
        });
        return located;
    }

    private static void requireOrder(String uri, List<Located> path) {
        if (path.size() == 1) {
            return;
        }
        List<String> qualifiers =
                path.stream().skip(1).map(located -> located.element().ai()).toList();
        if (fitting(path.getFirst().ai(), qualifiers).isEmpty()) {
            throw new Gs1SyntaxException(
                    Rule.ORDER,
                    uri,
                    path.get(1).position(),
                    "qualifiers " + qualifiers + " (expected after "
                            + path.getFirst().element().ai() + ", in this order: "
                            + path.getFirst().ai().qualifierSequences() + ")");
        }
    }

    /** The qualifier sequences of a key of which these qualifiers are a part, in order. */
    static List<List<String>> fitting(ApplicationIdentifier key, List<String> qualifiers) {
        List<List<String>> fitting = new ArrayList<>();
        for (List<String> sequence : key.qualifierSequences()) {
            if (isSubsequence(qualifiers, sequence)) {
                fitting.add(sequence);
            }
        }
        return fitting;
    }

    static List<String> codes(List<Element> elements) {
        List<String> codes = new ArrayList<>(elements.size());
        for (Element element : elements) {
            codes.add(element.ai());
        }
        return codes;
    }

    private static boolean isSubsequence(List<String> some, List<String> all) {
        int next = 0;
        for (String code : all) {
            if (next < some.size() && some.get(next).equals(code)) {
                next++;
            }
        }
        return next == some.size();
    }

    private static List<Located> query(String uri, int pathEnd, int end) {
        List<Located> query = new ArrayList<>();
        for (int start = pathEnd + 1; start < end; ) {
            int next = indexOrEnd(uri, '&', start, end);
            int equals = uri.indexOf('=', start);
            if (equals > start && equals < next) {
                attribute(uri, uri.substring(start, equals), uri.substring(equals + 1, next), equals + 1)
                        .ifPresent(query::add);
            }
            start = next + 1;
        }
        return query;
    }

    /** A parameter whose name is all digits is an Application Identifier; others are the resolver's own business. */
    private static Optional<Located> attribute(String uri, String name, String raw, int position) {
        if (!Cset.NUMERIC.holds(name)) {
            return Optional.empty();
        }
        ApplicationIdentifier ai = ApplicationIdentifiers.find(name)
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.UNKNOWN_AI,
                        uri,
                        position - name.length() - 1,
                        "\"" + name + "\" is no Application Identifier"));
        return Optional.of(located(uri, ai, PercentCoding.decodeQuery(raw), position));
    }

    /** Path and, where there are any, attributes of a link, as they follow a host. */
    static String render(String stem, List<Element> path, List<Element> attributes) {
        StringBuilder uri = new StringBuilder(stem);
        for (Element element : path) {
            uri.append('/')
                    .append(element.ai())
                    .append('/')
                    .append(PercentCoding.encodeForDigitalLink(element.value()));
        }
        char joint = '?';
        for (Element element : attributes) {
            uri.append(joint)
                    .append(element.ai())
                    .append('=')
                    .append(PercentCoding.encodeForDigitalLink(element.value()));
            joint = '&';
        }
        return uri.toString();
    }
}
