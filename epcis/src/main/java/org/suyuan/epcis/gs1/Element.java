package org.suyuan.epcis.gs1;

/** An Application Identifier and its value, the value decoded from whatever spelling it stood in. */
public record Element(String ai, String value) {

    @Override
    public String toString() {
        return "(" + ai + ")" + value;
    }
}
