package org.suyuan.epcis.gs1;

import java.util.List;
import java.util.Optional;

/** How elements go together (General Specifications §4.13 and §4.14). Positions are those of the element in the list. */
final class Associations {

    private static final String SIGNATURE = "8030";

    private Associations() {}

    static Optional<ApplicationIdentifier.Fault> repeated(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            for (Element before : elements.subList(0, i)) {
                if (before.ai().equals(element.ai()) && !before.value().equals(element.value())) {
                    return fault(Rule.REPEATED, i, "(" + element.ai() + ") twice with different values");
                }
            }
        }
        return Optional.empty();
    }

    static Optional<ApplicationIdentifier.Fault> excluded(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            String code = elements.get(i).ai();
            for (String pattern : ai(elements.get(i)).excludes()) {
                for (Element other : elements) {
                    if (!other.ai().equals(code) && matches(pattern, other.ai())) {
                        return fault(Rule.EXCLUDED, i, "(" + code + ") may not stand beside (" + other.ai() + ")");
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<ApplicationIdentifier.Fault> missing(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            ApplicationIdentifier ai = ai(elements.get(i));
            boolean satisfied = ai.needs().isEmpty()
                    || ai.needs().stream()
                            .anyMatch(together -> together.stream().allMatch(pattern -> stands(pattern, elements)));
            if (!satisfied) {
                return fault(Rule.REQUIRED, i, "(" + ai.code() + ") needs one of " + ai.needs() + " beside it");
            }
            if (ai.code().equals(SIGNATURE) && elements.stream().anyMatch(Associations::isKeyWithoutSerial)) {
                return fault(Rule.REQUIRED, i, "(" + SIGNATURE + ") signs a key that has a serial");
            }
        }
        return Optional.empty();
    }

    /** A GDTI, GCN or GRAI of the class, whose optional serial was left out. */
    private static boolean isKeyWithoutSerial(Element element) {
        ApplicationIdentifier ai = ai(element);
        return ai.key() && ai.parts().getLast().optional() && element.value().length() == ai.minLength();
    }

    private static boolean stands(String pattern, List<Element> elements) {
        return elements.stream().anyMatch(element -> matches(pattern, element.ai()));
    }

    /** Whether a code is of a pattern in which {@code *} is any digit. */
    static boolean matches(String pattern, String code) {
        if (pattern.length() != code.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (pattern.charAt(i) != '*' && pattern.charAt(i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static ApplicationIdentifier ai(Element element) {
        return ApplicationIdentifiers.find(element.ai()).orElseThrow();
    }

    private static Optional<ApplicationIdentifier.Fault> fault(Rule rule, int position, String detail) {
        return Optional.of(new ApplicationIdentifier.Fault(rule, position, detail));
    }
}
