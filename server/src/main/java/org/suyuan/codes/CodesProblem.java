package org.suyuan.codes;

import org.suyuan.shared.ProblemType;

/** Problems of codes beside those common to all modules. */
public enum CodesProblem implements ProblemType {
    /** The series cannot issue as many; rotating the keys opens a new one. */
    SERIES_FULL("code-series-full"),
    /** Somebody has judged the signal already. */
    SIGNAL_ASSESSED("signal-assessed"),
    /** Only an authority's officer with the permission judges signals. */
    SIGNAL_NEEDS_ASSESSOR("signal-needs-assessor"),
    /** All key versions from 10 to 99 exist. */
    KEY_VERSIONS_USED_UP("code-key-versions-used-up");

    private static final int CONFLICT = 409;

    private final String code;

    CodesProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return CONFLICT;
    }

    @Override
    public Fault fault() {
        return Fault.CONFLICT;
    }
}
