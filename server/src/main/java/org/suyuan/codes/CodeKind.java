package org.suyuan.codes;

/** What a printed code looks like, and how many of them one series may hold. */
public enum CodeKind {
    /**
     * Serial of a GTIN (AI 21): 2 digits key version, 14 digits permuted counter. Holding at most 10^11 of 10^14
     * values, a series leaves a guesser one chance in a thousand at best.
     */
    GS1_SERIAL(14, 100_000_000_000L),
    /**
     * Product quality e-supervision code (电子监管码, R1.2): 7 digits product resource, 9 digits permuted counter, 4
     * check digits under a secret key, which keep a guesser at one chance in ten thousand even in a full series.
     */
    SUPERVISION(9, 1_000_000_000L);

    private final int digits;
    private final long capacity;

    CodeKind(int digits, long capacity) {
        this.digits = digits;
        this.capacity = capacity;
    }

    /** Digits of the permuted counter. */
    public int digits() {
        return digits;
    }

    /** Codes that one series can issue. A full series gets no successor before the keys are rotated. */
    public long capacity() {
        return capacity;
    }
}
