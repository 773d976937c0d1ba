package org.suyuan.epcis.gs1;

import java.util.List;
import java.util.Optional;

/**
 * One GS1 Application Identifier: what its value looks like and what it goes with.
 *
 * @param code two to four digits
 * @param predefinedLength whether its length follows from its first two digits, so that no FNC1 ends it in a barcode
 * @param attribute whether it may stand in the query of a Digital Link
 * @param key whether it is a primary key of a Digital Link
 * @param qualifierSequences the alternative orders of its key qualifiers; empty when it takes none
 * @param needs alternatives, each a set of patterns ({@code 31**}) that must stand together beside this one; empty when it needs none
 * @param excludes patterns that may not stand beside this one
 */
public record ApplicationIdentifier(
        String code,
        List<ValuePart> parts,
        boolean predefinedLength,
        boolean attribute,
        boolean key,
        List<List<String>> qualifierSequences,
        List<List<String>> needs,
        List<String> excludes) {

    public ApplicationIdentifier {
        parts = List.copyOf(parts);
        qualifierSequences = List.copyOf(qualifierSequences);
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
    }

    /** A part of a value: {@code minLength} to {@code maxLength} characters of one set. */
    public record ValuePart(Cset cset, int minLength, int maxLength, boolean optional, List<ContentCheck> checks) {

        public ValuePart {
            checks = List.copyOf(checks);
        }
    }

    /** What is wrong with a value, and where in it. */
    public record Fault(Rule rule, int position, String detail) {}

    public int minLength() {
        return parts.stream()
                .filter(part -> !part.optional())
                .mapToInt(ValuePart::minLength)
                .sum();
    }

    public int maxLength() {
        return parts.stream().mapToInt(ValuePart::maxLength).sum();
    }

    public boolean hasFixedLength() {
        return minLength() == maxLength();
    }

    /** Checks length, characters and content. */
    public Optional<Fault> fault(String value) {
        return fault(value, true);
    }

    /** Checks length and characters only: is this a value of that shape, right or wrong? */
    Optional<Fault> shapeFault(String value) {
        return fault(value, false);
    }

    private Optional<Fault> fault(String value, boolean withContent) {
        int at = 0;
        for (ValuePart part : parts) {
            if (at == value.length() && part.optional()) {
                break;
            }
            int end = Math.min(value.length(), at + part.maxLength());
            String text = value.substring(at, end);
            int bad = part.cset().firstOutside(text);
            if (bad >= 0) {
                return fault(Rule.CHARSET, at + bad, "'" + text.charAt(bad) + "' is not in " + part.cset());
            }
            if (text.length() < part.minLength()) {
                return fault(Rule.LENGTH, end, value.length() + " characters (expected: " + lengths() + ")");
            }
            if (withContent) {
                Optional<Fault> content = contentFault(part, text, at);
                if (content.isPresent()) {
                    return content;
                }
            }
            at = end;
        }
        return at == value.length()
                ? Optional.empty()
                : fault(Rule.LENGTH, at, value.length() + " characters (expected: " + lengths() + ")");
    }

    private Optional<Fault> contentFault(ValuePart part, String text, int at) {
        for (ContentCheck check : part.checks()) {
            int bad = check.fault(text);
            if (bad != ContentCheck.FINE) {
                return fault(check.rule, at + bad, "\"" + text + "\" (expected: " + check.expected + ")");
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> fault(Rule rule, int position, String what) {
        return Optional.of(new Fault(rule, position, "(" + code + "): " + what));
    }

    private String lengths() {
        return hasFixedLength() ? Integer.toString(minLength()) : minLength() + " to " + maxLength();
    }
}
