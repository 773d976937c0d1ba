package org.suyuan.epcis.gs1;

import java.util.BitSet;

/** The character sets of GS1 values (General Specifications §7.11). */
public enum Cset {
    NUMERIC("0123456789"),
    CSET_82("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    CSET_39("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    BASE64URL("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private final String characters;
    private final BitSet members = new BitSet(128);

    Cset(String characters) {
        this.characters = characters;
        characters.chars().forEach(members::set);
    }

    /** The set that the table of Application Identifiers names with this letter. */
    static Cset lettered(char letter) {
        return switch (letter) {
            case '9' -> NUMERIC;
            case 'x' -> CSET_82;
            case 'c' -> CSET_39;
            case 'b' -> BASE64URL;
            default -> throw new IllegalArgumentException("character set: " + letter + " (expected: 9, x, c or b)");
        };
    }

    boolean has(char c) {
        return members.get(c);
    }

    /** The position of the first character outside this set, or -1. */
    public int firstOutside(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!members.get(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    public boolean holds(CharSequence text) {
        return firstOutside(text) < 0;
    }

    /** The place of a member in the order of the standard, which is its value in the check character pair. */
    int valueOf(char c) {
        return characters.indexOf(c);
    }
}
