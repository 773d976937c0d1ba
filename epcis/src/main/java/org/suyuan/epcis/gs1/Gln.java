package org.suyuan.epcis.gs1;

/** Global Location Number of a place or party, without extension (see {@link Place}). Always 13 digits with a right check digit. */
public record Gln(String value) {

    public static final int LENGTH = 13;

    public Gln {
        CheckDigit.require("GLN", value, LENGTH);
    }

    /** @throws Gs1SyntaxException naming the value and the rule */
    public static Gln of(String text) {
        return new Gln(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
