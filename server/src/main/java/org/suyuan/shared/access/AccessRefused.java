package org.suyuan.shared.access;

/** The actor lacks a permission that the whole endpoint needs; answered as 403. What lies outside the scope is 404 instead. */
public final class AccessRefused extends RuntimeException {
    private final Permission missing;

    public AccessRefused(Permission missing) {
        super("missing permission " + missing);
        this.missing = missing;
    }

    public Permission missing() {
        return missing;
    }
}
