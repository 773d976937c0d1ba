package org.suyuan.deadlines;

import org.jspecify.annotations.Nullable;

/** Which clocks a list wants; null does not restrict. */
public record ClockFilter(
        @Nullable String subjectKind,
        @Nullable String subjectId,
        @Nullable String rule,
        @Nullable ClockState state) {}
