package org.suyuan.epcis.gs1;

import java.util.Set;

/** The three characters that scanners put in front of what they read (ISO/IEC 15424): {@code ]}, symbology, option. */
public final class SymbologyIdentifier {

    public static final int LENGTH = 3;

    /** Those whose data are an element string: GS1-128, GS1 DataBar and composite, GS1 DataMatrix, GS1 QR, GS1 DotCode. */
    private static final Set<String> GS1 = Set.of("]C1", "]e0", "]d2", "]Q3", "]J1");

    private SymbologyIdentifier() {}

    /** Whether the text begins with a symbology identifier of any kind. */
    public static boolean isAtStartOf(String text) {
        return text.length() >= LENGTH
                && text.charAt(0) == ']'
                && PercentCoding.isAsciiLetterOrDigit(text.charAt(1))
                && PercentCoding.isAsciiLetterOrDigit(text.charAt(2));
    }

    /** Whether it begins with one that announces an element string. */
    public static boolean announcesElementString(String text) {
        return lengthOfGs1(text) > 0;
    }

    static int lengthOfGs1(String text) {
        return text.length() >= LENGTH && GS1.contains(text.substring(0, LENGTH)) ? LENGTH : 0;
    }
}
