package org.suyuan.deadlines;

/** How well a rule is known. What is neither read in the text nor known with high confidence only warns. */
public enum Evidence {
    VERIFIED,
    HIGH,
    MEDIUM,
    LOW;

    /** Whether somebody's submission may be refused because of it. */
    public boolean mayRefuse() {
        return this == VERIFIED || this == HIGH;
    }
}
