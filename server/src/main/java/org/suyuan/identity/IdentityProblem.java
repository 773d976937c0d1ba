package org.suyuan.identity;

import org.suyuan.shared.ProblemType;

/** What this module refuses with. */
enum IdentityProblem implements ProblemType {
    WRONG_CREDENTIALS("wrong-credentials", 401, Fault.CALLER),
    CSRF_TOKEN("csrf-token", 403, Fault.CALLER),
    USERNAME_TAKEN("username-taken", 409, Fault.CONFLICT),
    CLIENT_ID_TAKEN("client-id-taken", 409, Fault.CONFLICT),
    OWN_ACCOUNT("own-account", 409, Fault.CONFLICT),
    POST_OVERLAPS("post-overlaps", 409, Fault.CONFLICT),
    POST_ENDED("post-ended", 409, Fault.CONFLICT),
    POST_DELEGATED("post-delegated", 409, Fault.CONFLICT),
    DELEGATION_ENDED("delegation-ended", 409, Fault.CONFLICT),
    OWN_ROLE("own-role", 409, Fault.CONFLICT),
    INVITATION_OPEN("invitation-open", 409, Fault.CONFLICT),
    INVITATION_ACCEPTED("invitation-accepted", 409, Fault.CONFLICT);

    private final String code;
    private final int status;
    private final Fault fault;

    IdentityProblem(String code, int status, Fault fault) {
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
