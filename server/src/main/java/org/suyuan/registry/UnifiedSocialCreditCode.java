package org.suyuan.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;

/**
 * Unified social credit code 统一社会信用代码 of a legal person or organisation (GB 32100-2015), upper case, 18 characters.
 *
 * <p>1 registering department, 1 category, 6 digits of the registering authority's region, 9 organisation code (GB 11714), 1 check character.
 */
public record UnifiedSocialCreditCode(String value) {
    public static final int LENGTH = 18;

    /** The standard's 31 characters in the order of their values: no I, O, S, V, Z. A letter's value is its place here, not its distance from A. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int MODULUS = ALPHABET.length();
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int REGION_START = 2;
    private static final int ORGANISATION_START = 8;

    public UnifiedSocialCreditCode {
        Fault fault = fault(value).orElse(null);
        if (fault != null) {
            throw new IllegalArgumentException("uscc: " + value + " (" + fault.message() + ")");
        }
    }

    /** Takes a code as people write it: blanks and hyphens between, small letters. */
    public static Checked<UnifiedSocialCreditCode> read(String text) {
        String code = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<Fault> fault = fault(code);
        return fault.isPresent()
                ? new Broken<>(fault.get())
                : new Sound<>(new UnifiedSocialCreditCode(code), organisationDoubts(code));
    }

    /** Rules that raise doubt about this code without making it wrong. */
    public List<Fault> doubts() {
        return organisationDoubts(value);
    }

    private static Optional<Fault> fault(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(new Fault("length", "%d characters (expected: %d)".formatted(code.length(), LENGTH)));
        }
        for (int i = 0; i < LENGTH; i++) {
            String allowed = i >= REGION_START && i < ORGANISATION_START ? "0123456789" : ALPHABET;
            if (allowed.indexOf(code.charAt(i)) < 0) {
                return Optional.of(new Fault(
                        "charset",
                        "%s at position %d (expected: one of %s)".formatted(code.charAt(i), i + 1, allowed)));
            }
        }
        char expected = checkCharacter(code.substring(0, LENGTH - 1));
        char actual = code.charAt(LENGTH - 1);
        return actual == expected
                ? Optional.empty()
                : Optional.of(
                        new Fault("check-digit", "check character %s (expected: %s)".formatted(actual, expected)));
    }

    /**
     * GB 32100-2015 §4.3: weights 3^(i-1) mod 31. Remainder 0 gives character 0, which the outer modulo takes care of; copies of this
     * algorithm that leave it out refuse good codes.
     */
    static char checkCharacter(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** GB 11714 inside: a mismatch is met in codes in use, so it only raises doubt. */
    private static List<Fault> organisationDoubts(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(ORGANISATION_START + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        char actual = code.charAt(ORGANISATION_START + ORGANISATION_WEIGHTS.length);
        return actual == expected
                ? List.of()
                : List.of(new Fault(
                        "organisation-check-digit",
                        "organisation code's check character %s (expected: %s, GB 11714)".formatted(actual, expected)));
    }

    @Override
    public String toString() {
        return value;
    }
}
