package org.suyuan.epcis.gs1;

/** Serial Shipping Container Code of a logistic unit. Always 18 digits with a right check digit. */
public record Sscc(String value) {

    public static final int LENGTH = 18;

    public Sscc {
        CheckDigit.require("SSCC", value, LENGTH);
    }

    /** @throws Gs1SyntaxException naming the value and the rule */
    public static Sscc of(String text) {
        return new Sscc(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
