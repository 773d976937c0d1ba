package org.suyuan.desk;

import org.suyuan.shared.ProblemType;

/** Why something cannot be done with a task now; also the reason beside a disabled button. */
public enum DeskProblem implements ProblemType {
    TASK_CLOSED("task-closed"),
    TASK_TAKEN("task-taken"),
    TASK_NOT_TAKEN("task-not-taken"),
    /** It is another's, or yours in another post than the one you act in. */
    TASK_NOT_YOURS("task-not-yours"),
    TASK_OF_OTHER_OFFICE("task-of-other-office"),
    TASK_NEEDS_POST("task-needs-post"),
    TASK_NEEDS_PERMISSION("task-needs-permission"),
    TASK_SUBJECT_HIDDEN("task-subject-hidden"),
    TASK_CLOSED_BY_DECISION("task-closed-by-decision"),
    TASK_NEEDS_DISPATCHER("task-needs-dispatcher"),
    VIEW_EXISTS("view-exists"),
    TOO_MANY_KEPT("too-many-kept");

    private static final int CONFLICT = 409;

    private final String code;

    DeskProblem(String code) {
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
