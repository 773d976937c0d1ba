package org.suyuan.codes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** The signals of counterfeiting. */
public interface Signals {
    /** Counts the observations up on the open signals of their subjects; answers those that are new. */
    List<CounterfeitSignal> raise(List<Observation> observations);

    Optional<Signal> find(Scope scope, SignalId id);

    /** The same, locked until the end of the transaction. */
    Optional<Signal> lock(Scope scope, SignalId id);

    /** Keeps the decision and closes the signal. */
    void assess(SignalId id, Assessment assessment);

    Optional<Assessment> assessment(SignalId id);

    /** Other signals of the same subject within the scope, the latest first. */
    List<Signal> others(Scope scope, Signal signal, int limit);

    /** Signals whose subject is one of those or begins so, the latest first. */
    List<Signal> about(Scope scope, List<String> subjects, String beginning, int limit);

    /** Newest first; null does not restrict. */
    Page<Signal> list(Scope scope, @Nullable SignalKind kind, @Nullable Boolean open, PageRequest page);
}
