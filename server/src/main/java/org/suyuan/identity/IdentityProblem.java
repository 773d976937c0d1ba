package org.suyuan.identity;

import org.suyuan.shared.ProblemType;

/** What this module refuses with. */
enum IdentityProblem implements ProblemType {
    WRONG_CREDENTIALS("wrong-credentials", 401, Fault.CALLER),
    /** Member {@code challenge} says what the code is sent with. */
    SECOND_FACTOR_REQUIRED("second-factor-required", 401, Fault.CALLER),
    WRONG_CODE("wrong-code", 401, Fault.CALLER),
    /** The step was taken, or lay too long; back to the start of the login. */
    LOGIN_STEP_OVER("login-step-over", 401, Fault.CALLER),
    WRONG_PASSKEY("wrong-passkey", 401, Fault.CALLER),
    /** What proves who one is changes only shortly after one has proved it. */
    PROOF_REQUIRED("proof-required", 403, Fault.CALLER),
    CSRF_TOKEN("csrf-token", 403, Fault.CALLER),
    /** Never existed, used, taken back or too old: all the same to whoever holds the link. */
    INVITATION_OVER("invitation-over", 404, Fault.CALLER),
    SECOND_FACTOR_EXISTS("second-factor-exists", 409, Fault.CONFLICT),
    SECOND_FACTOR_NEEDED("second-factor-needed", 409, Fault.CONFLICT),
    PASSKEY_EXISTS("passkey-exists", 409, Fault.CONFLICT),
    TOO_MANY_PASSKEYS("too-many-passkeys", 409, Fault.CONFLICT),
    EXTERNAL_LOGIN_TAKEN("external-login-taken", 409, Fault.CONFLICT),
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
