package org.suyuan.organisations;

import org.suyuan.shared.ProblemType;

/** Problems of this module beside those common to all. */
public enum OrganisationsProblem implements ProblemType {
    ORGANISATION_EXISTS("organisation-exists"),
    TYPE_EXISTS("organisation-type-exists");

    private static final int CONFLICT = 409;

    private final String code;

    OrganisationsProblem(String code) {
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
