package org.suyuan.trace;

/**
 * A class of units whose members are numbers (design §3).
 *
 * @param kind what the numbers mean
 * @param name which class of that kind, for example {@code 06901234567892/10}; empty for the two named series
 */
public record Series(Kind kind, String name) implements Comparable<Series> {
    /** Lots and product classes: each is one position, and only part of it may be in a package or an event. */
    public static final Series LOTS = new Series(Kind.LOTS, "");

    /** Instances whose identifiers hold no usable number, interned one position each. */
    public static final Series THINGS = new Series(Kind.THINGS, "");

    public Series {
        if (name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("name: " + name + " (expected: <= " + NAME_LENGTH_MAX + " characters)");
        }
    }

    /** No GS1 key that names a class is longer. */
    public static final int NAME_LENGTH_MAX = 64;

    public enum Kind {
        /** Serials issued here: name GTIN/key version, position = counter of the product. */
        ISSUED('i'),
        /** Numeric serials of others: name GTIN, position = the serial. */
        NUMERIC('n'),
        /** Other serials: name GTIN, position = 62-bit hash. */
        HASHED('h'),
        /** Logistic units: name = extension digit and first seven digits, position = following nine. */
        SSCC('s'),
        /** Supervision codes (R1.3): name = product resource/key version, position = counter. */
        SUPERVISION('c'),
        LOTS('l'),
        THINGS('t');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** Units of a class-level series are amounts of one thing: they can be in two packages at once, partly. */
    public boolean isClassLevel() {
        return kind == Kind.LOTS;
    }

    /** Unique text, for storing. */
    public String key() {
        return kind.letter + ":" + name;
    }

    /** The series of a {@link #key}. */
    public static Series ofKey(String key) {
        for (Kind kind : Kind.values()) {
            if (key.length() >= 2 && key.charAt(0) == kind.letter && key.charAt(1) == ':') {
                return new Series(kind, key.substring(2));
            }
        }
        throw new IllegalArgumentException("key: " + key + " (expected: a letter of a kind, a colon, a name)");
    }

    @Override
    public int compareTo(Series other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return key();
    }
}
