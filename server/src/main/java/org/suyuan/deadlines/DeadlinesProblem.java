package org.suyuan.deadlines;

import org.suyuan.shared.ProblemType;

/** Problems of deadlines beside those common to all modules. */
public enum DeadlinesProblem implements ProblemType {
    /** Who drafted cannot approve (R3.87). */
    OWN_DRAFT("own-draft"),
    ALREADY_DECIDED("already-decided"),
    CLOCK_NOT_RUNNING("clock-not-running"),
    CLOCK_NOT_SUSPENDED("clock-not-suspended"),
    CLOCK_STOPPED("clock-stopped"),
    /** No version of the rule is in force on the day a clock starts. */
    NO_RULE_IN_FORCE("no-rule-in-force");

    private static final int CONFLICT = 409;

    private final String code;

    DeadlinesProblem(String code) {
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
