package org.suyuan.registry;

import java.util.List;

/** A text read by a standard's rules: a value, perhaps with doubts, or the rule it breaks. */
public sealed interface Checked<T> {

    /** @param doubts rules that only raise doubt, since the public sources about them are not certain */
    record Sound<T>(T value, List<Fault> doubts) implements Checked<T> {
        public Sound {
            doubts = List.copyOf(doubts);
        }
    }

    record Broken<T>(Fault fault) implements Checked<T> {}

    /**
     * @param rule stable name of the rule, for example {@code check-digit}
     * @param message actual and expected
     */
    record Fault(String rule, String message) {}
}
