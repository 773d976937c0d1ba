package org.suyuan.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Code of a region: the significant digits of the 12-digit statistical division code (统计用区划代码), whose first six are
 * GB/T 2260.
 *
 * @param significant 2 digits for a province, 4 for a prefecture, 6 for a county, 9 for a township
 */
public record RegionCode(String significant) implements Comparable<RegionCode> {
    private static final int FULL_LENGTH = 12;
    private static final int GB_LENGTH = 6;

    public RegionCode {
        if (!significant.matches("[1-9]\\d(\\d\\d(\\d\\d(\\d{3})?)?)?")) {
            throw new IllegalArgumentException("region: " + significant + " (expected: 2, 4, 6 or 9 digits)");
        }
    }

    /** Takes 2, 4, 6, 9 or 12 digits, with or without the zeros that fill a code up; empty when it is none. */
    public static Optional<RegionCode> parse(String text) {
        if (!text.matches("[1-9]\\d{1,11}")) {
            return Optional.empty();
        }
        return switch (text.length()) {
            case 2, 4, 6, 9 -> Optional.of(new RegionCode(withoutFilling(text)));
            case FULL_LENGTH ->
                text.endsWith("000")
                        ? Optional.of(new RegionCode(withoutFilling(text.substring(0, 9))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    public static RegionCode of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("region: " + text + " (expected: 2, 4, 6, 9 or 12 digits)"));
    }

    /** GB/T 2260 fills with zeros, and no county has the digits 00 nor a township 000. */
    private static String withoutFilling(String text) {
        String rest = text;
        if (rest.length() == 9 && rest.endsWith("000")) {
            rest = rest.substring(0, 6);
        }
        while (rest.length() > 2 && rest.length() <= 6 && rest.endsWith("00")) {
            rest = rest.substring(0, rest.length() - 2);
        }
        return rest;
    }

    public RegionLevel level() {
        return RegionLevel.ofLength(significant.length());
    }

    /** The regions that may contain this one by the shape of its code, from the widest, itself last. */
    public List<RegionCode> chain() {
        List<RegionCode> chain = new ArrayList<>();
        for (RegionLevel level : RegionLevel.values()) {
            if (level.length() <= significant.length()) {
                chain.add(new RegionCode(significant.substring(0, level.length())));
            }
        }
        return chain;
    }

    /** As people and the API write it: six digits down to county, twelve for a township. */
    @Override
    public String toString() {
        int length = significant.length() <= GB_LENGTH ? GB_LENGTH : FULL_LENGTH;
        return significant + "0".repeat(length - significant.length());
    }

    @Override
    public int compareTo(RegionCode other) {
        return significant.compareTo(other.significant);
    }
}
