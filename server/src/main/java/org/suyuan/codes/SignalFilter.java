package org.suyuan.codes;

import org.jspecify.annotations.Nullable;

/** Which signals a list wants; null does not restrict. */
public record SignalFilter(
        @Nullable SignalKind kind, @Nullable Boolean open) {}
