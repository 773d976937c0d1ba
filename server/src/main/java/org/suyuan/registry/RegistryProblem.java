package org.suyuan.registry;

import org.suyuan.shared.ProblemType;

/** Problems of the registry beside those common to all modules. */
public enum RegistryProblem implements ProblemType {
    OPERATOR_EXISTS("operator-exists"),
    SITE_EXISTS("site-exists"),
    PRODUCT_EXISTS("product-exists"),
    LOT_EXISTS("lot-exists");

    private static final int CONFLICT = 409;

    private final String code;

    RegistryProblem(String code) {
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
