package org.suyuan.codes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Scope;

/** The signals of counterfeiting. */
public interface Signals {
    /** Counts the observations up on the open signals of their subjects; answers those that are new. */
    List<CounterfeitSignal> raise(List<Observation> observations);

    /** Newest first; null does not restrict. */
    Page<Signal> list(Scope scope, @Nullable SignalKind kind, @Nullable Boolean open, PageRequest page);
}
