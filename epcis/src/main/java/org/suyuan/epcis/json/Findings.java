package org.suyuan.epcis.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one event, up to the limit. */
final class Findings {

    private final int max;
    private final List<Violation> violations = new ArrayList<>();
    private boolean truncated;

    Findings(int max) {
        this.max = max;
    }

    void add(JsonPath path, String value, String expected, String clause) {
        if (violations.size() == max) {
            truncated = true;
        } else {
            violations.add(Violation.of(path, value, expected, clause));
        }
    }

    /** Hands all over, for a document that turns out to be one event by itself. */
    void moveTo(Findings other) {
        other.violations.addAll(violations);
        other.truncated |= truncated;
        violations.clear();
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    int size() {
        return violations.size();
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    boolean truncated() {
        return truncated;
    }
}
