package org.suyuan.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.suyuan.epcis.gs1.CheckDigit;

/**
 * Identifiers of invented things: right by every rule, and nobody's. GS1 keys are below prefix 952, which GS1 keeps for
 * demonstrations and examples; credit codes hold the organisation code {@code XXXX…}, a series that no office issues.
 */
final class Keys {
    private static final String DEMONSTRATION_PREFIX = "952";
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Keys() {}

    /** Seven digits, one company each. */
    static String companyPrefix(int company) {
        return DEMONSTRATION_PREFIX + "%04d".formatted(company);
    }

    static String gln(String companyPrefix, int number) {
        return CheckDigit.append(companyPrefix + "%05d".formatted(number));
    }

    /** Of an item when {@code indicator} is 0, else of a package (General Specifications §2.1.7). */
    static String gtin(int indicator, String companyPrefix, int number) {
        return CheckDigit.append(indicator + companyPrefix + "%05d".formatted(number));
    }

    static String sscc(String companyPrefix, int number) {
        return CheckDigit.append("0" + companyPrefix + "%09d".formatted(number));
    }

    /**
     * A unified social credit code (GB 32100-2015).
     *
     * @param category 1 enterprise, 2 individual business, 3 farmers' cooperative
     * @param region six digits
     */
    static String uscc(int category, String region, int number) {
        String organisation = "XXXX%04d".formatted(number);
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char organisationCheck = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        String body = "9" + category + region + organisation + organisationCheck;
        return body + usccCheck(body);
    }

    private static char usccCheck(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += USCC_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % USCC_ALPHABET.length();
        }
        return USCC_ALPHABET.charAt((USCC_ALPHABET.length() - sum % USCC_ALPHABET.length()) % USCC_ALPHABET.length());
    }

    /** Food production licence: SC, category, region, serial, check digit (GB/T 17710). */
    static String productionLicence(String category, String region, int number) {
        String body = category + region + "%04d".formatted(number);
        return "SC" + body + mod11_10(body);
    }

    /** Food operation licence: JY, kind of business, region, serial, check digit. */
    static String operationLicence(int kind, String region, int number) {
        String body = kind + region + "%06d".formatted(number);
        return "JY" + body + mod11_10(body);
    }

    private static int mod11_10(String body) {
        int product = 10;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    /** The same name always gives the same id, so that an event told twice is one event. */
    static String eventId(String name) {
        byte[] bytes = ("suyuan demo world 1/" + name).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
    }
}
