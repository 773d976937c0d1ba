package org.suyuan.shared;

import java.time.Duration;

/** The caller must wait: 429 with {@code Retry-After}. */
public final class TooManyRequests extends Problem {
    private final Duration retryAfter;

    /** @param retryAfter how long to wait; told to the caller in whole seconds, rounded up */
    public TooManyRequests(Duration retryAfter, String detail) {
        super(CommonProblem.TOO_MANY_REQUESTS, detail);
        this.retryAfter = retryAfter;
    }

    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
