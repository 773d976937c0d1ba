package org.suyuan.codes;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the key files in its own words instead of a stack trace of forty beans. */
class CodeKeysFailureAnalyzer extends AbstractFailureAnalyzer<CodeKeysUnusable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, CodeKeysUnusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
