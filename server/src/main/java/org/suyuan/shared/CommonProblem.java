package org.suyuan.shared;

/** Problems that any module may answer with. */
public enum CommonProblem implements ProblemType {
    MALFORMED("malformed", 400, Fault.CALLER),
    LOGIN_REQUIRED("login-required", 401, Fault.CALLER),
    FORBIDDEN("forbidden", 403, Fault.CALLER),
    NOT_FOUND("not-found", 404, Fault.CALLER),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, Fault.CALLER),
    NOT_ACCEPTABLE("not-acceptable", 406, Fault.CALLER),
    CONFLICT("conflict", 409, Fault.CONFLICT),
    CHANGED_MEANWHILE("changed-meanwhile", 412, Fault.CONFLICT),
    TOO_LARGE("too-large", 413, Fault.CALLER),
    MEDIA_TYPE("media-type", 415, Fault.CALLER),
    RULE_BROKEN("rule-broken", 422, Fault.CALLER),
    TOO_MANY_REQUESTS("too-many-requests", 429, Fault.CALLER),
    INTERNAL("internal", 500, Fault.OURS),
    UNAVAILABLE("unavailable", 503, Fault.OURS);

    private final String code;
    private final int status;
    private final Fault fault;

    CommonProblem(String code, int status, Fault fault) {
        this.code = code;
        this.status = status;
        this.fault = fault;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Fault fault() {
        return fault;
    }
}
