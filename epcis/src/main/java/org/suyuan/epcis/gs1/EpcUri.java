package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An EPC URN: one thing ({@code urn:epc:id:…}), a lot ({@code urn:epc:class:lgtin:…}) or a pattern
 * ({@code urn:epc:idpat:…}), by the Tag Data Standard 2.x §6. It carries the length of the company prefix, which the Digital
 * Link of the same thing does not.
 *
 * @param fields decoded, the company prefix first; {@code *} from the first wildcard of a pattern on
 */
public record EpcUri(Form form, String scheme, List<String> fields) {

    public static final int COMPANY_PREFIX_DIGITS_MIN = 6;
    public static final int COMPANY_PREFIX_DIGITS_MAX = 12;

    private static final String URN = "urn:epc:";
    private static final String ANY = "*";
    /** The extension of an SGLN that says there is none (Tag Data Standard §6.3.3). */
    private static final String NO_EXTENSION = "0";

    public enum Form {
        ID("id"),
        CLASS("class"),
        PATTERN("idpat");

        private final String word;

        Form(String word) {
            this.word = word;
        }
    }

    public EpcUri {
        fields = List.copyOf(fields);
        EpcScheme known = schemeNamed(form, scheme, scheme, 0);
        scheme = known.lowerName();
        check(form, known, fields);
    }

    public static boolean isEpcUrn(String text) {
        return text.regionMatches(true, 0, URN, 0, URN.length());
    }

    /** @throws Gs1SyntaxException naming the URN, the rule and the position */
    public static EpcUri parse(String urn) {
        String[] head = urn.split(":", 5);
        if (!isEpcUrn(urn) || head.length < 5) {
            throw new Gs1SyntaxException(Rule.STRUCTURE, urn, 0, "EPC URN (expected: urn:epc:id:<scheme>:<fields>)");
        }
        int schemeAt = URN.length() + head[2].length() + 1;
        Form form = formNamed(head[2])
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.UNKNOWN_SCHEME, urn, URN.length(), "\"" + head[2] + "\" (expected: id, class or idpat)"));
        EpcScheme scheme = schemeNamed(form, head[3], urn, schemeAt);
        int fieldsAt = schemeAt + head[3].length() + 1;
        int bad = PercentCoding.firstUnescapedInUrn(head[4]);
        if (bad >= 0) {
            throw new Gs1SyntaxException(
                    Rule.CHARSET, urn, fieldsAt + bad, "'" + head[4].charAt(bad) + "' must be escaped in an EPC URN");
        }
        String[] fields = head[4].split("\\.", scheme.fieldCount());
        List<String> decoded = new ArrayList<>();
        for (String field : fields) {
            decoded.add(PercentCoding.decode(field));
        }
        try {
            return new EpcUri(form, head[3], decoded);
        } catch (Gs1SyntaxException fault) {
            throw new Gs1SyntaxException(fault.rule(), urn, fieldsAt, fault.detail());
        }
    }

    private static Optional<Form> formNamed(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "id" -> Optional.of(Form.ID);
            case "class" -> Optional.of(Form.CLASS);
            case "idpat" -> Optional.of(Form.PATTERN);
            default -> Optional.empty();
        };
    }

    private static EpcScheme schemeNamed(Form form, String name, String text, int position) {
        return EpcScheme.named(name)
                .filter(scheme -> (scheme == EpcScheme.LGTIN) == (form == Form.CLASS))
                .orElseThrow(() -> new Gs1SyntaxException(
                        Rule.UNKNOWN_SCHEME, text, position, "no EPC scheme " + form.word + ":" + name));
    }

    private static void check(Form form, EpcScheme scheme, List<String> fields) {
        if (fields.size() != scheme.fieldCount()) {
            throw new Gs1SyntaxException(
                    Rule.STRUCTURE, text(fields), 0, fields.size() + " fields (expected: " + scheme.fieldCount() + ")");
        }
        int wildcard = form == Form.PATTERN ? fields.indexOf(ANY) : -1;
        if (wildcard >= 0 && !fields.subList(wildcard, fields.size()).stream().allMatch(ANY::equals)) {
            throw new Gs1SyntaxException(Rule.STRUCTURE, text(fields), 0, "a field behind * (expected: * to the end)");
        }
        int given = wildcard < 0 ? fields.size() : wildcard;
        if (given > 0) {
            requireCompanyPrefix(fields);
        }
        if (given > 1) {
            requireReference(scheme, fields);
        }
        for (int i = 2; i < Math.min(given, 2 + scheme.pairs); i++) {
            if (fields.get(i).length() != 2 || !Cset.NUMERIC.holds(fields.get(i))) {
                throw new Gs1SyntaxException(
                        Rule.LENGTH, text(fields), 0, "\"" + fields.get(i) + "\" (expected: two digits)");
            }
        }
        if (given >= 2 + scheme.pairs) {
            for (Element element : elements(scheme, fields, given == fields.size())) {
                ApplicationIdentifiers.find(element.ai())
                        .orElseThrow()
                        .shapeFault(element.value())
                        .ifPresent(fault -> {
                            throw new Gs1SyntaxException(fault.rule(), text(fields), 0, fault.detail());
                        });
            }
        }
    }

    private static void requireCompanyPrefix(List<String> fields) {
        String digits = fields.getFirst();
        if (digits.length() < COMPANY_PREFIX_DIGITS_MIN
                || digits.length() > COMPANY_PREFIX_DIGITS_MAX
                || !Cset.NUMERIC.holds(digits)) {
            throw new Gs1SyntaxException(
                    Rule.COMPANY_PREFIX,
                    text(fields),
                    0,
                    "company prefix \"" + digits + "\" (expected: 6 to 12 digits)");
        }
    }

    private static void requireReference(EpcScheme scheme, List<String> fields) {
        String reference = fields.get(1);
        if (scheme.digits == 0) {
            return;
        }
        int digits = fields.getFirst().length() + reference.length();
        if (digits != scheme.digits) {
            throw new Gs1SyntaxException(
                    Rule.LENGTH,
                    text(fields),
                    0,
                    "company prefix and reference: " + digits + " digits (expected: " + scheme.digits + ")");
        }
        if (!Cset.NUMERIC.holds(reference)) {
            throw new Gs1SyntaxException(
                    Rule.CHARSET, text(fields), 0, "reference \"" + reference + "\" (expected: digits)");
        }
    }

    private static String text(List<String> fields) {
        return String.join(".", fields);
    }

    /** Key and qualifier of the thing or class; empty when the pattern is wider than one class. */
    List<Element> elements() {
        EpcScheme known = EpcScheme.named(scheme).orElseThrow();
        int wildcard = form == Form.PATTERN ? fields.indexOf(ANY) : -1;
        if (wildcard < 0) {
            return elements(known, fields, true);
        }
        return wildcard == 2 + known.pairs && known.hasClass() ? elements(known, fields, false) : List.of();
    }

    private static List<Element> elements(EpcScheme scheme, List<String> fields, boolean withSerial) {
        String key = scheme.key(fields.get(0), fields.get(1), fields.subList(2, 2 + scheme.pairs));
        if (scheme.serial == null || !withSerial) {
            return List.of(new Element(scheme.ai, key));
        }
        String serial = fields.getLast();
        if (scheme.serial.equals(EpcScheme.IN_KEY)) {
            return List.of(new Element(scheme.ai, key + serial));
        }
        return scheme == EpcScheme.SGLN && serial.equals(NO_EXTENSION)
                ? List.of(new Element(scheme.ai, key))
                : List.of(new Element(scheme.ai, key), new Element(scheme.serial, serial));
    }

    /** The Digital Link of the thing or class; empty when the pattern is wider than one class ({@code idpat:sgtin:4012345.*.*}). */
    public Optional<DigitalLink> digitalLink() {
        List<Element> elements = elements();
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(new DigitalLink(elements.getFirst(), elements.subList(1, elements.size()), List.of()));
    }

    public String uri() {
        return URN + form.word + ":" + scheme + ":"
                + fields.stream().map(PercentCoding::encodeForUrn).collect(Collectors.joining("."));
    }

    /**
     * The EPC URN of a Digital Link; empty when EPC has none for it (no scheme for the key, or for a lot of an ITIP). A GTIN
     * alone, a GRAI without serial and so on give the pattern of all its serials.
     *
     * @param companyPrefixDigits not part of a Digital Link, so whoever asks must know it
     */
    public static Optional<EpcUri> of(DigitalLink link, int companyPrefixDigits) {
        return EpcCutting.cut(link, companyPrefixDigits);
    }

    @Override
    public String toString() {
        return uri();
    }
}
