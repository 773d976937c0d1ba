package org.suyuan.epcis.gs1;

/** The check character pair of alphanumeric keys such as the GMN: modulo 1021 with prime weights (General Specifications §7.9.5). */
final class CheckPair {

    private static final String CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int MODULUS = 1021;

    /** The weight of the right-most character of the body first. */
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };

    private static final int BODY_CHARS_MAX = PRIMES.length;

    private CheckPair() {}

    static boolean matches(String text) {
        int body = text.length() - 2;
        if (body < 0 || body > BODY_CHARS_MAX || !Cset.CSET_82.holds(text)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < body; i++) {
            sum += Cset.CSET_82.valueOf(text.charAt(i)) * PRIMES[body - 1 - i];
        }
        int pair = sum % MODULUS;
        return text.charAt(body) == CSET_32.charAt(pair / 32) && text.charAt(body + 1) == CSET_32.charAt(pair % 32);
    }
}
